import path from 'node:path';
import { expect, it } from 'vitest';
import { unwrittenIn } from '#tests/setup/unwritten.ts';

const root = path.resolve(import.meta.dirname, '../..');

// That it notices one is shown in tests/cli/new.test.ts, on what `new` has just written.
it('has a meaning and words for everything that was begun with a skeleton', () => {
  expect(unwrittenIn(root)).toEqual([]);
});
