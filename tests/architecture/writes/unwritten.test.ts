import path from 'node:path';
import { expect, it } from 'vitest';
import { unwrittenIn } from '#tests/setup/unwritten.ts';

const root = path.resolve(import.meta.dirname, '../../..');

// The control is in tests/cli/new.test.ts, on files that `new` has just written.
it('has finished everything that began as a skeleton', () => {
  expect(unwrittenIn(root)).toEqual([]);
});
