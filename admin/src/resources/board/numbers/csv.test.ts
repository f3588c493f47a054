import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('rows become lines of UTF-8 that a spreadsheet opens correctly', () => {
  expect(
    csvOf([
      ['区划', '户数'],
      ['大马村乡', 12],
    ]),
  ).toBe('\ufeff区划,户数\r\n大马村乡,12\r\n');
});

test.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', ' =1'])('%j cannot become a formula', (text) => {
  expect(csvOf([[text]])).toBe(`\ufeff'${text}\r\n`);
});

test('numbers are left as they are', () => {
  expect(csvOf([[-2]])).toBe('\ufeff-2\r\n');
});

test('commas, quotes and line ends stay within their cell', () => {
  expect(csvOf([['a,b', 'say "x"', 'c\nd']])).toBe('\ufeff"a,b","say ""x""","c\nd"\r\n');
});
