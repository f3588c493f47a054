import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildXlsx, rowXml, zipFiles } from '#tests/fixtures/sheets/build-xlsx.ts';
import { packedBomb, type RawEntry, zipRaw } from '#tests/fixtures/sheets/zip-raw.ts';
import { readSheet } from './read-sheet.ts';
import type { SheetLimits, SheetSource } from './sheet-row.ts';

const MIB = 1024 * 1024;

/** The code with which the file is refused, or its number of rows. */
async function outcome(
  source: SheetSource,
  fileName = 'a.xlsx',
  limits?: Partial<SheetLimits>,
): Promise<string | number> {
  let count = 0;
  try {
    for await (const _ of readSheet({ source, fileName, limits })) count += 1;
    return count;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

const sheet = (xml: string | Iterable<string>) => buildXlsx({ sheets: [{ name: 'a', xml }] });
const good = () => sheet(`<sheetData>${rowXml(1, ['a'])}</sheetData>`);

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (type: string, target: string) =>
  `<Relationships><Relationship Id="r" Type="${REL}/${type}" Target="${target}"/></Relationships>`;
const sound = (path: string, xml: string): RawEntry => ({
  path,
  packed: deflateRawSync(xml),
  crc: crc32(xml),
});

test('a valid small workbook is read (control)', async () => {
  expect(await outcome(await good())).toBe(1);
});

describe('a file that inflates to far more than its size', () => {
  /** Less than 20 MB that inflate to 9 GB, with headers that claim 100 bytes. */
  async function bomb(path: string): Promise<Buffer> {
    const entries = [
      sound('_rels/.rels', relations('officeDocument', 'xl/workbook.xml')),
      sound(
        'xl/workbook.xml',
        '<workbook><sheets><sheet name="a" sheetId="1" r:id="r"/></sheets></workbook>',
      ),
      sound('xl/_rels/workbook.xml.rels', relations('worksheet', 'sheet1.xml')),
    ];
    const packed = await packedBomb('<worksheet><sheetData>', '<row/>'.repeat(MIB / 6), 9_000);
    return zipRaw([...entries.filter((entry) => entry.path !== path), { path, packed, size: 100 }]);
  }

  test.each(['xl/sheet1.xml', 'xl/workbook.xml', '_rels/.rels'])(
    'is refused, and not kept in memory, when it is %s',
    async (path) => {
      const file = await bomb(path);
      expect(file.length).toBeGreaterThan(10 * MIB);
      const before = process.memoryUsage().rss;
      expect(await outcome(file)).toBe('FILE_EXPANDS_TOO_MUCH');
      expect(process.memoryUsage().rss - before).toBeLessThan(150 * MIB);
    },
  );

  test('is refused by the sum even if no part is out of proportion', async () => {
    const file = await sheet(`<sheetData>${'<row><c><v>1</v></c></row>'.repeat(100_000)}</sheetData>`);
    expect(await outcome(file)).toBe(100_000);
    expect(await outcome(file, 'a.xlsx', { maxExpandedBytes: 2 * MIB })).toBe('FILE_EXPANDS_TOO_MUCH');
  });

  test('is refused even if each part stays below its limit; a sheet read twice counts once', async () => {
    const noise = () => `<!--${randomBytes(1_000).toString('hex')}-->`;
    const rows = '<row/>'.repeat(70_000);
    // Inflates to some two hundred times its size.
    const content = function* (pieces: number) {
      yield '<sheetData>';
      for (let piece = 0; piece < pieces; piece++) yield rows + noise();
      yield '</sheetData>';
    };
    const large = await sheet(content(400));
    expect(large.length * 16).toBeLessThan(100 * MIB);
    expect(await outcome(large)).toBe('FILE_EXPANDS_TOO_MUCH');
    const most = { maxExpandedBytes: 6 * MIB };
    expect(await outcome(await sheet(content(14)), 'a.xlsx', most)).toBe('FILE_EMPTY');
  });

  test('is refused when it hides in shared strings', async () => {
    const strings = '<si><t/></si>'.repeat(2_000_000);
    const file = await buildXlsx({
      sheets: [{ name: 'a', xml: `<sheetData>${rowXml(1, ['a'])}</sheetData>` }],
      strings,
    });
    expect(await outcome(file)).toBe('FILE_EXPANDS_TOO_MUCH');
  });

  test('does not expand entities', async () => {
    const file = await zipFiles({
      '_rels/.rels': `<Relationships><Relationship Id="r" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml':
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>',
    });
    expect(await outcome(file)).toBe('FILE_BROKEN');
  });

  test('is refused when a tag, a comment or a text never ends', async () => {
    for (const open of ['<row a="', '<!--', '<row><c t="str"><v>']) {
      const file = await sheet(`<sheetData>${open}${'x>'.repeat(2 * MIB)}`);
      expect(await outcome(file, 'a.xlsx', { maxExpansion: 10_000 })).toBe('FILE_BROKEN');
    }
  });
});

describe('a file that is too large', () => {
  test('is refused by its size before it is read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sheet-'));
    const path = join(folder, 'large.xlsx');
    try {
      const file = await open(path, 'w');
      await file.truncate(200 * MIB);
      await file.close();
      const before = process.memoryUsage().rss;
      expect(await outcome(path)).toBe('FILE_TOO_LARGE');
      expect(process.memoryUsage().rss - before).toBeLessThan(50 * MIB);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('is refused in memory too, and one byte less is accepted', async () => {
    expect(await outcome(Buffer.alloc(20 * MIB + 1, 'a,b\n'), 'a.csv')).toBe('FILE_TOO_LARGE');
    const bytes = await good();
    expect(await outcome(bytes, 'a.xlsx', { maxBytes: bytes.length })).toBe(1);
    expect(await outcome(bytes, 'a.xlsx', { maxBytes: bytes.length - 1 })).toBe('FILE_TOO_LARGE');
  });
});

describe('rows and columns', () => {
  test('are counted where they have content, up to the limit', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, n) => rowXml(n + 1, n % 2 ? [''] : ['a'])).join('');
    const limits = { maxRows: 50 };
    expect(await outcome(await sheet(`<sheetData>${rows(100)}</sheetData>`), 'a.xlsx', limits)).toBe(50);
    expect(await outcome(await sheet(`<sheetData>${rows(101)}</sheetData>`), 'a.xlsx', limits)).toBe(
      'TOO_MANY_ROWS',
    );
    expect(await outcome(Buffer.from('a\n\n'.repeat(50)), 'a.csv', limits)).toBe(50);
    expect(await outcome(Buffer.from('a\n'.repeat(51)), 'a.csv', limits)).toBe('TOO_MANY_ROWS');
  });

  test('beyond two hundred thousand rows or two hundred columns are refused', async () => {
    expect(await outcome(Buffer.from('a\n'.repeat(200_000)), 'a.csv')).toBe(200_000);
    expect(await outcome(Buffer.from('a\n'.repeat(200_001)), 'a.csv')).toBe('TOO_MANY_ROWS');
    expect(await outcome(Buffer.from('a,'.repeat(200)), 'a.csv')).toBe(1);
    expect(await outcome(Buffer.from('a,'.repeat(201)), 'a.csv')).toBe('TOO_MANY_COLUMNS');
    expect(await outcome(Buffer.from(`a${','.repeat(5000)}`), 'a.csv')).toBe(1);
    const cell = (reference: string) =>
      sheet(`<sheetData><row><c r="${reference}"><v>1</v></c></row></sheetData>`);
    expect(await outcome(await cell('GR1'))).toBe(1);
    expect(await outcome(await cell('GS1'))).toBe('TOO_MANY_COLUMNS');
    expect(await outcome(await cell('XFE1'))).toBe('FILE_BROKEN');
  });

  test('may be merged without limit', async () => {
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(1001);
    const file = (count: number) =>
      sheet(
        `<sheetData>${rowXml(1, ['a'])}</sheetData><mergeCells>${merges.slice(0, merges.length - count * 32)}</mergeCells>`,
      );
    expect(await outcome(await file(1))).toBe(1);
    expect(await outcome(await file(0))).toBe('FILE_BROKEN');
  });
});

describe('a file of another kind', () => {
  const ole = (name: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000), Buffer.from(name, 'utf16le')]);

  test.each<[string, Buffer | string, string, string]>([
    ['an old .xls', ole('Workbook'), 'a.xls', 'FILE_TYPE_UNSUPPORTED'],
    ['an old .xls renamed', ole('Workbook'), 'a.xlsx', 'FILE_TYPE_UNSUPPORTED'],
    ['a workbook with a password', ole('EncryptedPackage'), 'a.xlsx', 'FILE_ENCRYPTED'],
    ['a web page renamed', '\n<html><table><tr><td>1</table>', 'a.xls', 'FILE_TYPE_UNSUPPORTED'],
    ['a web page called csv', '\ufeff<!DOCTYPE html>', 'a.csv', 'FILE_TYPE_UNSUPPORTED'],
    ['a PDF', '%PDF-1.7\n', 'a.xlsx', 'FILE_TYPE_UNSUPPORTED'],
    [
      'a picture called csv',
      Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      'a.csv',
      'FILE_TYPE_UNSUPPORTED',
    ],
    ['text of no known kind', 'a,b\n', 'a.json', 'FILE_TYPE_UNSUPPORTED'],
    ['text called xlsx', 'a,b\n', 'a.xlsx', 'FILE_BROKEN'],
    ['nothing', '', 'a.xlsx', 'FILE_EMPTY'],
    ['blank lines', ' \n,,\n', 'a.csv', 'FILE_EMPTY'],
    ['bytes in no known encoding', Buffer.from([0x61, 0xff, 0xff, 0x0a]), 'a.csv', 'FILE_BROKEN'],
    ['two letters', 'PK', 'a.xlsx', 'FILE_BROKEN'],
  ])('%s', async (_, content, fileName, code) => {
    expect(await outcome(Buffer.from(content as string), fileName)).toBe(code);
  });

  test('another zip archive, or a document of another program', async () => {
    expect(await outcome(await zipFiles({ 'a.txt': 'hello' }))).toBe('FILE_TYPE_UNSUPPORTED');
    const word = `<Relationships><Relationship Id="r" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`;
    expect(await outcome(await zipFiles({ '_rels/.rels': word, 'word/document.xml': '<a/>' }))).toBe(
      'FILE_TYPE_UNSUPPORTED',
    );
  });

  test('a workbook without a row', async () => {
    expect(await outcome(await sheet('<sheetData/>'))).toBe('FILE_EMPTY');
  });
});

describe('a broken workbook', () => {
  test('is refused wherever it is truncated', async () => {
    const bytes = await good();
    for (let length = 2; length < bytes.length; length += 13) {
      expect(await outcome(bytes.subarray(0, length))).toBe('FILE_BROKEN');
    }
  });

  test('is refused or read, but never crashes the reader, whichever byte is changed', async () => {
    const bytes = await good();
    const allowed = [
      1,
      'FILE_BROKEN',
      'FILE_ENCRYPTED',
      'FILE_TYPE_UNSUPPORTED',
      'FILE_EMPTY',
      'FILE_EXPANDS_TOO_MUCH',
    ];
    for (let at = 2; at < bytes.length; at += 3) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(allowed).toContain(await outcome(changed));
    }
  });

  test('is refused when it refers to a missing text, or its rows are out of order', async () => {
    expect(await outcome(await sheet('<sheetData><row><c t="s"><v>5</v></c></row></sheetData>'))).toBe(
      'FILE_BROKEN',
    );
    expect(await outcome(await sheet(`<sheetData>${rowXml(2, ['a'])}${rowXml(1, ['a'])}</sheetData>`))).toBe(
      'FILE_BROKEN',
    );
    expect(await outcome(await sheet(`<sheetData>${rowXml(1, ['a'])}`))).toBe('FILE_BROKEN');
  });

  test('is refused as encrypted when the zip says so', async () => {
    const entry = sound('_rels/.rels', relations('officeDocument', 'xl/workbook.xml'));
    expect(await outcome(zipRaw([{ ...entry, flags: 1 }]))).toBe('FILE_ENCRYPTED');
  });
});
