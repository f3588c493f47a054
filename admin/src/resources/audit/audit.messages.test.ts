import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { trailWords } from '../../i18n/phrases.ts';

const sdl = readFileSync(new URL('../../../../schema/api.graphql', import.meta.url), 'utf8');

test('every action of the API has a name in the audit trail', () => {
  const mutations = Object.keys(buildSchema(sdl).getMutationType()?.getFields() ?? {});
  expect(mutations).toContain('login');
  expect(mutations.filter((name) => !Object.hasOwn(trailWords.actions, name))).toEqual([]);
});
