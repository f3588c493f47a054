import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** The most lines in a row that two places may share; a blank line is none. */
const most = 12;

/** GraphQL documents are typed each by itself, so that a page names its fields where it asks for them. */
const isDocument = (name: string): boolean => name.endsWith('.graphql.ts');

const root = path.resolve(import.meta.dirname, '../../..');

function sources(): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of ['server/src', 'schema', 'admin/src', 'tests'])
    for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.tsx?$/.test(name) && !isDocument(name) && !name.includes('node_modules'))
        found.set(`${folder}/${name}`, readFileSync(path.join(root, folder, name), 'utf8'));
  return found;
}

/** Pairs of places that share more than `most` lines in a row. */
function copies(texts: ReadonlyMap<string, string>): string[] {
  const first = new Map<string, string>();
  const pairs = new Set<string>();
  for (const [file, text] of texts) {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    for (let at = 0; at + most < lines.length; at += 1) {
      const run = lines.slice(at, at + most + 1).join('\n');
      const known = first.get(run);
      if (known) pairs.add(`${known} ~ ${file}`);
      else first.set(run, file);
    }
  }
  return [...pairs];
}

it('no two places share more than twelve lines in a row', () => {
  expect(copies(sources())).toEqual([]);
});

it('would notice thirteen lines that stand in two files, or twice in one', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `line(${at});`).join('\n\n  ');
  expect(
    copies(
      new Map([
        ['a.ts', lines(13)],
        ['b.ts', `// other\n${lines(13)}`],
      ]),
    ),
  ).toEqual(['a.ts ~ b.ts']);
  expect(copies(new Map([['a.ts', `${lines(13)}\n// between\n${lines(13)}`]]))).toEqual(['a.ts ~ a.ts']);
  expect(
    copies(
      new Map([
        ['a.ts', lines(12)],
        ['b.ts', lines(12)],
      ]),
    ),
  ).toEqual([]);
});
