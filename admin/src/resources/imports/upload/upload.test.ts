import { expect, test } from 'vitest';
import { MAX_UPLOAD_BYTES, uploadFault } from './upload.ts';

test('a workbook or a csv within the limit is accepted', () => {
  expect(uploadFault({ name: '花名册.XLSX', size: 1 })).toBeUndefined();
  expect(uploadFault({ name: 'a.csv', size: MAX_UPLOAD_BYTES })).toBeUndefined();
});

test.each([
  ['花名册.pdf', 10, 'type'],
  ['花名册.xlsx', 0, 'empty'],
  ['花名册.xlsx', MAX_UPLOAD_BYTES + 1, 'tooLarge'],
])('%s of %i bytes is refused before it is sent', (name, size, fault) => {
  expect(uploadFault({ name, size })).toBe(`resources.imports.faults.${fault}`);
});
