import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepFormerAssets } from '#server/boot/former-assets.ts';

const day = 24 * 60 * 60 * 1_000;
const now = Date.parse('2026-11-10T04:00:00Z');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bangfu-assets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A build with files by name and the days since they were last built. */
function build(name: string, files: Record<string, number>): string {
  const dist = join(folder, name);
  mkdirSync(join(dist, 'assets'), { recursive: true });
  for (const [file, days] of Object.entries(files)) {
    const place = join(dist, 'assets', file);
    writeFileSync(place, `${file} of ${name}`);
    utimesSync(place, new Date(now), new Date(now - days * day));
  }
  return dist;
}

const assetsOf = (dist: string) => readdirSync(join(dist, 'assets')).sort();

test('pages opened before an upgrade find their files for two weeks', () => {
  const first = build('first', { 'page-a.js': 0, 'old-b.js': 15 });
  const second = build('second', { 'page-c.js': 0 });
  keepFormerAssets(first, second, now);
  expect(assetsOf(second)).toEqual(['page-a.js', 'page-c.js']);
  const third = build('third', {});
  keepFormerAssets(second, third, now + 13 * day);
  expect(assetsOf(third)).toEqual(['page-a.js', 'page-c.js']);
  const fourth = build('fourth', {});
  keepFormerAssets(third, fourth, now + 15 * day);
  expect(assetsOf(fourth)).toEqual([]);
});

test('a file that is built again is the new one', () => {
  const first = build('first', { 'page-a.js': 3 });
  const second = build('second', { 'page-a.js': 0 });
  keepFormerAssets(first, second, now);
  expect(readFileSync(join(second, 'assets/page-a.js'), 'utf8')).toBe('page-a.js of second');
});

test('of very many former files the newest are taken along', () => {
  const files = Object.fromEntries(Array.from({ length: 510 }, (_, at) => [`f${at}.js`, at / 100]));
  const next = build('next', {});
  keepFormerAssets(build('first', files), next, now);
  expect(assetsOf(next)).toHaveLength(500);
  expect(assetsOf(next)).not.toContain('f509.js');
});

test('what a file was compressed to comes along with it and counts for nothing', () => {
  const names = Array.from({ length: 200 }, (_, at) => `f${at}.js`);
  const files = names.flatMap((name) => [name, `${name}.br`, `${name}.gz`]);
  const next = build('next', {});
  keepFormerAssets(build('first', Object.fromEntries(files.map((file) => [file, 1]))), next, now);
  expect(assetsOf(next)).toEqual(files.sort());
});

test('what a file was compressed to goes when the file goes', () => {
  const next = build('next', {});
  keepFormerAssets(build('first', { 'old.js': 15, 'old.js.br': 0, 'lone.js.gz': 0 }), next, now);
  expect(assetsOf(next)).toEqual([]);
});

test('a first build has nothing to keep', () => {
  const first = build('first', { 'page-a.js': 0 });
  keepFormerAssets(join(folder, 'none'), first, now);
  expect(assetsOf(first)).toEqual(['page-a.js']);
});
