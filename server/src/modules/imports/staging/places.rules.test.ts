import { expect, it } from 'vitest';
import { placeFinder } from './places.rules.ts';

const find = placeFinder('130434', [
  { code: '130434100', name: '魏城镇' },
  { code: '130434101', name: '德政镇' },
  { code: '130434100001', name: '南关居民委员会' },
  { code: '130434100202', name: '东关村民委员会' },
  { code: '130434101201', name: '南关村民委员会' },
]);

it.each([
  ['魏城镇', '南关村', '130434100001'],
  ['魏城', '南关', '130434100001'],
  ['魏城镇', '南关居民委员会', '130434100001'],
  ['德政镇', '南关村委会', '130434101201'],
  [null, '东关', '130434100202'],
  [null, '南关居委会', '130434100001'],
  [null, '130434101201', '130434101201'],
])('finds %s %s', (township, village, code) => {
  expect(find(township, village)).toEqual({ ok: true, code });
});

it.each([
  ['魏城镇', '无名庄村', 'village', 'VILLAGE_UNKNOWN'],
  ['无名镇', '南关村', 'township', 'TOWNSHIP_UNKNOWN'],
  [null, '南关', 'village', 'VILLAGE_AMBIGUOUS'],
  [null, '130434101999', 'village', 'VILLAGE_UNKNOWN'],
])('does not guess %s %s', (township, village, column, code) => {
  expect(find(township, village)).toEqual({ ok: false, column, code });
});
