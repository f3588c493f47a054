import { expect, it } from 'vitest';
import { AppError } from '#platform/core/errors.ts';
import { type Cursor, readCursor, writeCursor } from './change.cursor.ts';

const cursor: Cursor = { epoch: 'e', reach: 'r', xid: 7, ordinal: 2, mark: 'm', given: null };

it('reads what it wrote', () => {
  expect(readCursor(writeCursor(cursor), 'after')).toEqual(cursor);
  expect(readCursor(writeCursor({ ...cursor, given: 3 }), 'after')).toEqual({ ...cursor, given: 3 });
});

it.each([
  '',
  'x',
  '[]',
  Buffer.from('null').toString('base64url'),
  Buffer.from('["e","r",-1,0,"m",null]').toString('base64url'),
  Buffer.from('["e","r",1e400,0,"m",null]').toString('base64url'),
  Buffer.from('["e","r",1,99999999999,"m",null]').toString('base64url'),
  Buffer.from('["e","r",1,0,"m","x"]').toString('base64url'),
  Buffer.from('["e","r",1,0,"m",null,1]').toString('base64url'),
])('refuses %j as no cursor', (text) => {
  expect(() => readCursor(text, 'after')).toThrow(AppError);
});
