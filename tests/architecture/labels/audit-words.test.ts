import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { trailWords } from '../../../admin/src/i18n/phrases.ts';

const root = new URL('../../../', import.meta.url);
const filesBelow = (folder: string, ending: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => new URL(`${folder}/${name}`, root));

it('names each action that the server audits', () => {
  const acts = filesBelow('server/src', '.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\baction: '(\w+)'/g)].map(([, name = '']) => name),
  );
  expect(acts).toContain('mapImportHeadings');
  expect(acts.filter((name) => !Object.hasOwn(trailWords.actions, name))).toEqual([]);
});
