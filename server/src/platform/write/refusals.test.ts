import { expect, it } from 'vitest';
import { constraintMeans, translateRefusal } from './refusals.ts';

const constraints = new Map([['cadre_phone', constraintMeans('DUPLICATE_PERSON', 'input.phone')]]);
const broken = (constraint_name: string) =>
  Object.assign(new Error('broken'), { name: 'PostgresError', code: '23505', constraint_name });

it.each(['cadre_phone', 'cadre_phone_102039'])(
  'knows what a breach of %s means, on one server or a shard',
  (name) => {
    expect(translateRefusal(constraints, broken(name))).toMatchObject({ code: 'DUPLICATE_PERSON' });
  },
);

it('leaves a constraint that nobody put into words as it is', () => {
  const error = broken('cadre_name_102039');
  expect(translateRefusal(constraints, error)).toBe(error);
});

it('knows it by the message where nothing else names it', () => {
  const message = 'duplicate key value violates unique constraint "cadre_phone_102039"';
  const error = Object.assign(new Error(message), { name: 'PostgresError', code: '23505' });
  expect(translateRefusal(constraints, error)).toMatchObject({ code: 'DUPLICATE_PERSON' });
});
