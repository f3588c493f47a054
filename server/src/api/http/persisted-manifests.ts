import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BootError } from '#platform/core/boot-error.ts';

/** Document text by its SHA-256 in hexadecimal. */
export type OperationTexts = ReadonlyMap<string, string>;

/** As the build names them: one a front end, and those of former builds whose pages may still be open somewhere. */
const isManifest = (name: string) => /\.operations-[\w-]+\.json$/.test(name);

/** All operations of the pages that are served from a folder. */
export function readManifests(dist: string | null): OperationTexts {
  const texts = new Map<string, string>();
  const assets = dist === null ? null : join(dist, 'assets');
  if (assets === null || !existsSync(assets)) return texts;
  for (const name of readdirSync(assets).filter(isManifest)) {
    const manifest: unknown = JSON.parse(readFileSync(join(assets, name), 'utf8'));
    for (const [hash, text] of Object.entries(manifest ?? {})) {
      if (typeof text !== 'string' || sha256(text) !== hash) throw damaged(name);
      texts.set(hash, text);
    }
  }
  return texts;
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const damaged = (name: string) =>
  new BootError(
    `管理界面的文件 assets/${name} 已损坏，请删除 admin/dist 后重新启动。`,
    `The console's file assets/${name} is damaged; remove admin/dist and start again.`,
  );
