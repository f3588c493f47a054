import { createHash } from 'node:crypto';
import {
  type DefinitionNode,
  type FragmentSpreadNode,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';

/** Code of one file that may hold documents. */
export interface Source {
  readonly file: string;
  readonly code: string;
}

/** Every operation of one front end. */
export interface Operations {
  /** Document text by its SHA-256: what the server is to know. */
  readonly manifest: Readonly<Record<string, string>>;
  /** Hash by the operation's name. */
  readonly hashes: ReadonlyMap<string, string>;
}

const usesDocuments = /from '[^']*\bapi\/graphql\.ts'/;
const anyCall = /\bgraphql\(/g;
/** A plain template, optionally followed by the names of the fragments it is typed with. */
const plainCall = /\bgraphql\(\s*`((?:[^`$]|\$(?!\{))*)`\s*(?:,\s*\[[\w\s,]*\]\s*,?\s*)?\)/g;

export function operationsOf(sources: readonly Source[]): Operations {
  const fragments = new Map<string, DefinitionNode>();
  const operations = new Map<string, DefinitionNode>();
  for (const source of sources) {
    for (const definition of definitionsIn(source)) {
      const known = definition.kind === Kind.FRAGMENT_DEFINITION ? fragments : operations;
      const name = nameOf(definition);
      if (known.has(name)) throw new Error(`${source.file}: the name ${name} is taken by another document`);
      known.set(name, definition);
    }
  }
  const manifest: Record<string, string> = {};
  const hashes = new Map<string, string>();
  for (const [name, operation] of operations) {
    const parts = [operation, ...spreadIn(operation, fragments)];
    const text = stripIgnoredCharacters(parts.map((part) => print(part)).join('\n'));
    const hash = hashOf(text);
    manifest[hash] = text;
    hashes.set(name, hash);
  }
  return { manifest, hashes };
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

export const byHash = (texts: readonly string[]): Operations['manifest'] =>
  Object.fromEntries(texts.map((text) => [hashOf(text), text]));

/** The same code with each document replaced by its hash; fragments are part of the documents already. */
export function withHashes(code: string, hashes: ReadonlyMap<string, string>): string | null {
  if (!usesDocuments.test(code)) return null;
  return code.replaceAll(plainCall, (_call, text: string) => {
    const hash = hashes.get(nameOf(onlyDefinition(text)));
    return hash ? `({ hash: '${hash}' })` : 'null';
  });
}

function definitionsIn({ file, code }: Source): DefinitionNode[] {
  if (!usesDocuments.test(code)) return [];
  const texts = [...code.matchAll(plainCall)].map(([, text]) => text ?? '');
  if (texts.length !== [...code.matchAll(anyCall)].length) {
    throw new Error(`${file}: write each document as graphql(\`…\`, [fragment, …]), without \${…} in it`);
  }
  return texts.map(onlyDefinition);
}

function onlyDefinition(text: string): DefinitionNode {
  const [definition, ...more] = parse(text, { noLocation: true }).definitions;
  if (!definition || more.length > 0) throw new Error(`one operation or fragment a document: ${text}`);
  return definition;
}

function nameOf(definition: DefinitionNode): string {
  const name = 'name' in definition ? definition.name?.value : undefined;
  if (!name) throw new Error(`a document needs a name: ${print(definition)}`);
  return name;
}

/** The fragments that a document uses, each once, in the order of first use. */
function spreadIn(operation: DefinitionNode, fragments: ReadonlyMap<string, DefinitionNode>) {
  const met = new Set<DefinitionNode>();
  const follow = (definition: DefinitionNode) =>
    visit(definition, {
      [Kind.FRAGMENT_SPREAD]: ({ name }: FragmentSpreadNode) => {
        const fragment = fragments.get(name.value);
        if (!fragment) throw new Error(`${nameOf(operation)}: no fragment is named ${name.value}`);
        if (met.has(fragment)) return;
        met.add(fragment);
        follow(fragment);
      },
    });
  follow(operation);
  return met;
}
