import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** The most files a folder can have and still be taken in at a glance. Tests beside their file are not counted. */
const most = 15;

/** Collections of similar files that are found by name: examples for developers. */
const collections = ['admin/src/developers/examples', 'admin/src/developers/queries'];

const isSource = (name: string): boolean => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name);

/** Folders with too many files, as `<folder>: <count>`. */
function crowded(folders: ReadonlyMap<string, readonly string[]>): string[] {
  return [...folders]
    .filter(([folder, names]) => names.length > most && !collections.includes(folder))
    .map(([folder, names]) => `${folder}: ${names.length}`);
}

function sourceFolders(roots: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const root of roots)
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !isSource(entry.name) || entry.parentPath.includes('node_modules')) continue;
      const folder = entry.parentPath.split(path.sep).join('/');
      folders.set(folder, [...(folders.get(folder) ?? []), entry.name]);
    }
  return folders;
}

it('has no folder with too many source files', () => {
  expect(crowded(sourceFolders(['server/src', 'schema', 'admin/src', 'admin/build', 'tests']))).toEqual([]);
});

it('would notice one', () => {
  const names = Array.from({ length: most + 1 }, (_, at) => `${at}.ts`);
  expect(crowded(new Map([['server/src/all', names]]))).toEqual(['server/src/all: 16']);
});
