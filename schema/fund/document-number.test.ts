import { expect, it } from 'vitest';
import { documentNumberOf, numbersNamedIn } from './document-number.ts';

it.each([
  '冀财农〔2026〕8号',
  '冀财农[2026]8号',
  '冀财农（2026）8号',
  '冀财农(2026)8号',
  '冀财农【2026】8号',
  '冀财农﹝2026﹞8号',
  '冀财农〖2026〗08号',
  '冀财农〔２０２６〕８号',
  ' 冀财农 〔2026〕 第 8 号 ',
  '冀财农〔2026年〕8号',
  '冀财农〔2026〕8',
])('keeps %j as one number', (text) => {
  expect(documentNumberOf(text)).toBe('冀财农〔2026〕8号');
});

it.each([
  ['魏政办字[2026]12号', '魏政办字〔2026〕12号'],
  ['铁市财预指字〔2023〕127号', '铁市财预指字〔2023〕127号'],
  ['魏财农〔2026〕8-1号', '魏财农〔2026〕8-1号'],
  ['捐赠协议2026-03', '捐赠协议2026-03'],
])('keeps the style of %j', (text, number) => {
  expect(documentNumberOf(text)).toBe(number);
});

it('finds the numbers that a note names, whatever words run into them', () => {
  const named = numbersNamedIn('转发冀财农[2026]8号，对应邯财农〔2026〕 3号');
  expect(named.map((ways) => ways.find((way) => /^(?:冀财农|邯财农)〔/.test(way)))).toEqual([
    '冀财农〔2026〕8号',
    '邯财农〔2026〕3号',
  ]);
  expect(numbersNamedIn('收回后重新安排')).toEqual([]);
});
