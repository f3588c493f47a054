import { expect, it } from 'vitest';
import { AppError } from '#platform/core/errors.ts';
import { recogniseUpload, tidyFileName } from './uploads-types.ts';

const text = (content: string) => Buffer.from(content);
const png = recogniseUpload(Buffer.from('89504e470d0a1a0a', 'hex'), '');

it.each([
  ['ffd8ffe0', 'a.csv', 'image/jpeg'],
  ['89504e470d0a1a0a', 'a', 'image/png'],
  [text('RIFF1234WEBP').toString('hex'), 'a', 'image/webp'],
  [text('\0\0\0\x18ftypmif1').toString('hex'), 'a', 'image/heic'],
  [text('姓名').toString('hex'), 'a.CSV', 'text/csv'],
  ['fffe59540d54', 'a.csv', 'text/csv'],
  ['d0d5c3fb', 'a.txt', 'text/csv'],
])('tells %s as %s', (head, name, mediaType) => {
  expect(recogniseUpload(Buffer.from(head, 'hex'), name).mediaType).toBe(mediaType);
});

it.each([
  ['a film', text('\0\0\0\x18ftypisom'), 'a.heic', 'FILE_TYPE'],
  ['a drawing that can run programs', text('<svg xmlns="…">'), 'a.csv', 'FILE_TYPE'],
  ['a page after a byte order mark', text('\uFEFF <html>'), 'a.csv', 'FILE_WEB_PAGE'],
  [
    'a page in one file',
    text('MIME-Version: 1.0\r\nContent-Type: multipart/related'),
    'a.xls',
    'FILE_WEB_PAGE',
  ],
  ['a document', text('%PDF-1.7'), 'a.txt', 'FILE_TYPE'],
  ['text without a known ending', text('a,b'), 'a', 'FILE_TYPE'],
  ['sound in the container of pictures', text('RIFF1234WAVE'), 'a.webp', 'FILE_TYPE'],
])('refuses %s', (_what, head, name, code) => {
  try {
    recogniseUpload(head, name);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code, fields: { file: code } });
  }
});

it.each([
  ['照片.png', '照片.png'],
  ['/root/x.png', 'x.png'],
  ['..\\..\\x.png', 'x.png'],
  ['', 'file.png'],
  ['.png', 'png.png'],
  ['x.html', 'x.html.png'],
  ['x\r\nset-cookie: a.png', 'xset-cookie_ a.png'],
  ['x\u202Efdp.png', 'xfdp.png'],
  ['x\uD800.png', 'x.png'],
])('keeps the name %j as %j', (given, kept) => {
  expect(tidyFileName(given, png)).toBe(kept);
});

it('cuts names between characters and keeps their ending', () => {
  const name = tidyFileName(`${'𠮷'.repeat(300)}.png`, png);
  expect([...name]).toHaveLength(200);
  expect(name.endsWith('𠮷.png')).toBe(true);
});
