import { existsSync, readFileSync } from 'node:fs';
import { type GraphQLObjectType, type GraphQLSchema, GraphQLString } from 'graphql';
import { expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';

/**
 * Queries of an entity get its scope from the declaration, and tests/invariants/scope reads every entity as every role.
 * A query written by hand applies the scope itself: each one names here the test that reads it as viewers of different
 * places, or the reason why its answer does not depend on a place.
 */
type Scope = { readonly file: string; readonly title: string } | { readonly exempt: string };
const scopes: Readonly<Record<string, Scope>> = {
  node: {
    file: 'tests/invariants/scope/reads.test.ts',
    title: 'opens by id, one or several, only what the viewer may see',
  },
  nodes: {
    file: 'tests/invariants/scope/reads.test.ts',
    title: 'opens by id, one or several, only what the viewer may see',
  },
  changes: {
    file: 'tests/api/webhook/changes.test.ts',
    title: 'reports a household that moves as removed to the old village and inserted to the new one',
  },
  changesCursor: { exempt: 'a position in the feed: it holds no record, and only a hash of the reach' },
  quarterBoard: {
    file: 'tests/api/visit/board.test.ts',
    title: 'shows each viewer the numbers of their own division and of no other',
  },
  previewPolicy: { exempt: 'works out the terms that it is given, and reads no record' },
  me: { exempt: 'the account of the viewer' },
  secondFactor: { exempt: 'the account of the viewer' },
  secondFactorPolicy: { exempt: 'one setting for the whole country' },
};

const writtenQueries = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ extensions }) => !extensions.read)
    .map(({ name }) => name)
    .sort();

it('states the scope of every query that no entity declares', () => {
  expect(Object.keys(scopes).sort()).toEqual(writtenQueries(createSchema()));
});

it('would notice a query that states none', () => {
  const schema = createSchema();
  const query = schema.getQueryType() as GraphQLObjectType;
  const field = { name: 'open', args: [], type: GraphQLString, extensions: {} };
  Object.assign(query.getFields(), { open: { ...Object.values(query.getFields())[0], ...field } });
  expect(writtenQueries(schema)).toContain('open');
});

it.each(Object.entries(scopes))('%s: its test of scope exists and sends it', (name, scope) => {
  if ('exempt' in scope) return expect(scope.exempt).not.toBe('');
  const url = new URL(`../../../${scope.file}`, import.meta.url);
  expect(existsSync(url), scope.file).toBe(true);
  const text = readFileSync(url, 'utf8');
  expect(text).toContain(`it('${scope.title}'`);
  expect(text).toMatch(new RegExp(`\\b${name}\\(`));
});
