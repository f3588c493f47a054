import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { readOperations } from '../../../admin/build/persisted-operations.ts';

const texts = Object.values(readOperations(join(import.meta.dirname, '../../../admin/src')).manifest);
const faultsOf = (text: string) => validate(createSchema(), parse(text)).map(({ message }) => message);

it('every operation of the console is one that the API has', () => {
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.flatMap(faultsOf)).toEqual([]);
});

it('would notice an operation with a field that the API does not have', () => {
  expect(faultsOf('query Gone { households { nodes { gone } } }')).toEqual([
    expect.stringContaining('Cannot query field "gone"'),
  ]);
});
