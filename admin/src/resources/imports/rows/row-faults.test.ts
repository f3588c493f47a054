import { expect, test } from 'vitest';
import { countReasons, type RowFault } from './row-faults.ts';

const refusal = (row: number, code: string): RowFault => ({
  key: `${row} ${code}`,
  row,
  sheet: '',
  column: 'headId',
  code,
  value: null,
  zh: code,
  en: code,
});

test('reasons are counted, the most frequent first', () => {
  const refusals = [refusal(4, 'ID_CHECKSUM'), refusal(5, 'DATE_INVALID'), refusal(9, 'DATE_INVALID')];
  expect(countReasons(refusals).map(({ code, count }) => [code, count])).toEqual([
    ['DATE_INVALID', 2],
    ['ID_CHECKSUM', 1],
  ]);
});
