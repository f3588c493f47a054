import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { consoleResources } from './resources.ts';

const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

test('each folder of resources exports one object, and the console shows it', async () => {
  const exported = await Promise.all(
    folders.map(async ({ name }) => {
      expect(existsSync(`${import.meta.dirname}/${name}/index.ts`), name).toBe(true);
      return Object.values(await import(`./${name}/index.ts`));
    }),
  );
  for (const [at, objects] of exported.entries()) expect(objects, folders[at]?.name).toHaveLength(1);
  const shown: readonly unknown[] = consoleResources;
  expect(exported.flat().filter((one) => !shown.includes(one))).toEqual([]);
});

test('no two resources share an address, a filter or a record type', () => {
  const all = [
    consoleResources.map(({ name }) => name),
    consoleResources.flatMap(({ referencedBy = [] }) => referencedBy),
    consoleResources.flatMap(({ recordType = [] }) => recordType),
    consoleResources.flatMap(({ exports = [] }) => exports.map(({ type }) => type)),
  ];
  for (const names of all) expect(names).toEqual([...new Set(names)]);
});
