import { expect, it } from 'vitest';
import { narrowingText, parseNarrowing } from './narrowing.rules.ts';

it('reads back what it stores, amounts in fen, and jobs of earlier releases', () => {
  const filter = { search: '两行\n文字', category: ['UNSTABLE'] };
  const where = { or: [{ amount: { from: 9_007_199_254_740_993n } }, { headName: { eq: '甲' } }] };
  expect(parseNarrowing(narrowingText({ filter, where }))).toEqual({
    filter,
    where: { or: [{ amount: { from: '9007199254740993' } }, { headName: { eq: '甲' } }] },
  });
  expect(parseNarrowing(JSON.stringify(filter))).toEqual({ filter, where: null });
});

it('cannot be parsed by a server without conditions, which would write more rows than requested', () => {
  expect(() => JSON.parse(narrowingText({ filter: {}, where: { size: { eq: 1 } } }))).toThrow(SyntaxError);
  expect(JSON.parse(narrowingText({ filter: { search: '甲' }, where: null }))).toEqual({ search: '甲' });
});
