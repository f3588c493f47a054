import { expect, test } from 'vitest';
import { mutationId, settleMutation } from './mutation-id.ts';

test('the same input sent again keeps its id until the answer has come', () => {
  const first = mutationId('create visits', { day: '2026-07-01' });
  expect(mutationId('create visits', { day: '2026-07-01' })).toBe(first);
  settleMutation('create visits');
  expect(mutationId('create visits', { day: '2026-07-01' })).not.toBe(first);
});

test('changed input gets a new id', () => {
  const first = mutationId('update households', { address: 'a' });
  expect(mutationId('update households', { address: 'b' })).not.toBe(first);
});
