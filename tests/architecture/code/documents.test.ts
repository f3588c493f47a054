import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const documents = tracked.filter((file) => file.endsWith('.md') && existsSync(path.join(root, file)));

/** Every file and folder of the project, and each suffix of its path. */
const places = new Set<string>();
const folders = new Set<string>();
for (const file of tracked) {
  const parts = file.split('/');
  for (let to = 1; to <= parts.length; to += 1) {
    if (to < parts.length) folders.add(parts[to - 1] ?? '');
    for (let from = 0; from < to; from += 1) places.add(parts.slice(from, to).join('/'));
  }
}

const fileEnding = /\.(ts|tsx|mjs|md|sql|json|graphql|css)$/;
/** `x.entity.ts` and `<domain>` are placeholders; build output is not in the repository. */
const isPattern = (text: string) => /[<>{}*… ]|\(|^x\.|\/x\./.test(text);
const made = /^(admin\/dist|data)\b/;

function isPath(text: string): boolean {
  if (isPattern(text) || made.test(text) || !/^[\w.][\w./@-]*$/.test(text)) return false;
  if (fileEnding.test(text)) return true;
  return text.includes('/') && folders.has(text.split('/')[0] ?? '');
}

/** Paths that a text names in backticks, in code blocks, or by a top-level folder. */
function namedIn(text: string): string[] {
  const ticked = [...text.matchAll(/`([^`\n]+)`/g)].map(([, inner = '']) => inner);
  const bare = [...text.matchAll(/(?<![\w/.(-])(?:server|schema|admin|tests|migrations|docs)\/[\w./@-]*/g)];
  return [...new Set([...ticked, ...bare.map(([whole]) => whole.replace(/\.$/, ''))])].filter(isPath);
}

const withoutSlash = (place: string) => place.replace(/\/$/, '');
const missingIn = (text: string) => namedIn(text).filter((place) => !places.has(withoutSlash(place)));

/** Links to files, relative to the document. */
const brokenLinks = (document: string, text: string) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(path.join(root, path.dirname(document), target)));

it('names only existing files, and links to nothing else', () => {
  const faults = documents.flatMap((document) => {
    const text = readFileSync(path.join(root, document), 'utf8');
    return [...missingIn(text), ...brokenLinks(document, text)].map((place) => `${document}: ${place}`);
  });
  expect(faults).toEqual([]);
});

it('would notice a missing file, and a broken link', () => {
  expect(
    missingIn('`server/src/platform/read/no-such-file.ts`, `no-such-file.rules.ts` and `read/nowhere`'),
  ).toEqual(['server/src/platform/read/no-such-file.ts', 'no-such-file.rules.ts', 'read/nowhere']);
  expect(missingIn('schema/nothing/ is bare')).toEqual(['schema/nothing/']);
  expect(brokenLinks('docs/reads.md', '[one](nowhere.md) [two](writes.md)')).toEqual(['nowhere.md']);
});

it('keeps the README short', () => {
  const lines = readFileSync(path.join(root, 'README.md'), 'utf8').split('\n').length;
  expect(lines).toBeLessThanOrEqual(200);
});

/** Decision files by number, and the lines of their index. */
it('lists each decision once, with all of its parts', () => {
  const folder = 'docs/decisions/';
  const decisions = documents.filter((file) => file.startsWith(folder) && !file.endsWith('README.md'));
  const index = readFileSync(path.join(root, folder, 'README.md'), 'utf8');
  const listed = [...index.matchAll(/\((\d{4}-[^)]+\.md)\)/g)].map(([, name = '']) => `${folder}${name}`);
  expect(listed.sort()).toEqual(decisions.sort());
  const incomplete = decisions.filter((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return !/- Date: \d{4}-\d\d-\d\d\n[\s\S]*## Choice\n\n\S[\s\S]*## Reason\n\n\S[\s\S]*## Given up\n\n\S/.test(
      text,
    );
  });
  expect(incomplete).toEqual([]);
  const numbers = decisions.map((file) => file.slice(folder.length, folder.length + 4));
  expect(new Set(numbers).size).toBe(numbers.length);
});
