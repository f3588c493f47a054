import { expect, it } from 'vitest';
import { errorTexts } from '#schema/codes/errors/error-codes.ts';
import { checkerRefusal } from './maker-checker.rules.ts';

it('lets somebody else check what one person made, and nobody their own', () => {
  expect(checkerRefusal('maker', 'checker', 'input.id')).toBeNull();
  expect(checkerRefusal('maker', 'maker', 'input.id')).toMatchObject({
    code: 'MAKER_IS_CHECKER',
    fields: { 'input.id': 'MAKER_IS_CHECKER' },
  });
  expect(errorTexts.MAKER_IS_CHECKER.zh).toMatch(/复核/);
});

it('lets anybody check what no person made', () => {
  expect(checkerRefusal(null, 'checker', 'input.id')).toBeNull();
});
