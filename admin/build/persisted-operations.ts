import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { byHash, type Operations, operationsOf, withHashes } from './operations.ts';

interface FrontEnd {
  /** Names the manifest: `assets/<name>.operations-<hash>.json`. */
  readonly name: string;
  /** All documents of the front end are below this folder. */
  readonly folder: string;
  /** Its page, which says where the manifest lies. */
  readonly page: string;
  /** Documents that the pages send as text and that the server must know as well. */
  readonly inFull?: readonly string[];
}

const isCode = (file: string) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file);

/** Reads the documents again, so that a watching build does not keep old ones. */
export function readOperations(folder: string): Operations {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isCode).sort();
  return operationsOf(files.map((file) => ({ file, code: readFileSync(join(folder, file), 'utf8') })));
}

/**
 * Built pages hold the hash of each document in place of its text, and the server knows the documents by the
 * manifest that is built along. A page served by `npx --yes pnpm@10 dev` is left alone and sends its documents as they are.
 */
export function persistedOperations({ name, folder, page, inFull = [] }: FrontEnd): Plugin {
  let operations: Operations;
  let source: string;
  let fileName: string;
  return {
    name: `persisted-operations:${name}`,
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      operations = readOperations(folder);
      source = JSON.stringify({ ...operations.manifest, ...byHash(inFull) });
      const release = createHash('sha256').update(source).digest('base64url').slice(0, 8);
      fileName = `assets/${name}.operations-${release}.json`;
    },
    transform(code, id) {
      if (!id.startsWith(folder + sep)) return null;
      const built = withHashes(code, operations.hashes);
      return built === null ? null : { code: built, map: null };
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: (_html, context) =>
      context.filename === page
        ? // Fetched when nothing else is to do and kept: what a page asks after an upgrade may need it.
          [{ tag: 'link', attrs: { rel: 'prefetch', href: `/${fileName}`, 'data-operations': true } }]
        : [],
  };
}
