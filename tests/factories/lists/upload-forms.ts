import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'drizzle-orm';
import { places } from '#tests/factories/places/divisions.ts';
import type { TestApp } from '#tests/setup/app.ts';

/** The first bytes of each kind of file, with something after them. */
export const contents = {
  jpeg: Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(5_000, 1)]),
  png: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(5_000, 2)]),
  webp: Buffer.from('RIFF\x10\0\0\0WEBPVP8 and more', 'latin1'),
  heic: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
  xlsx: Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(6_000, 3)]),
  csv: Buffer.from('姓名,电话\n甲测试,13800000001\n'),
  html: Buffer.from('<!doctype html><script>alert(1)</script>'),
  oldExcel: Buffer.from('d0cf11e0a1b11ae1000000', 'hex'),
};

export const boundary = 'between-the-parts';
export const formType = `multipart/form-data; boundary=${boundary}`;
export const formEnd = `\r\n--${boundary}--\r\n`;

export const partHead = (fileName: string): string =>
  `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\n` +
  'content-type: application/octet-stream\r\n\r\n';

/** A multipart form with these files, as a browser sends it. */
export function formOf(...files: { name: string; content: Buffer }[]): Buffer {
  const parts = files.flatMap(({ name, content }, at) => [
    Buffer.from(`${at > 0 ? '\r\n' : ''}${partHead(name)}`),
    content,
  ]);
  return Buffer.concat([...parts, Buffer.from(formEnd)]);
}

export const uploadHeaders = (session: string | null): Record<string, string> => ({
  'content-type': formType,
  'apollo-require-preflight': '1',
  ...(session ? { cookie: `bangfu=${session}` } : {}),
});

export const filesOf = (county: string = places.county): string => `/files?county=${county}`;

interface Sending {
  session: string | null;
  county?: string;
  headers?: Record<string, string>;
}

/** Uploads and downloads files, and reads what is stored behind the API. */
export function fileSteps(test: TestApp) {
  async function sendForm(form: Buffer, { session, county, headers }: Sending) {
    const answer = await test.app.http.inject({
      method: 'POST',
      url: filesOf(county),
      headers: { ...uploadHeaders(session), ...headers },
      payload: form,
    });
    const body = answer.json();
    const code = body.errors?.[0]?.extensions.code as string | undefined;
    return { status: answer.statusCode, headers: answer.headers, body, code };
  }
  /** The photo of a visit; with a purpose, an unused upload. */
  const get = (id: string, session: string | null, purpose?: string) =>
    test.app.http.inject({
      method: purpose === undefined ? 'GET' : 'POST',
      url: `/files/${encodeURIComponent(id)}`,
      headers: session ? { cookie: `bangfu=${session}` } : {},
      ...(purpose !== undefined && { payload: { purpose } }),
    });
  /** Number of files in storage, and of rows in the table. */
  async function kept() {
    const { storage } = test.app.systemContext();
    const stored = ['photos', 'sheets'].flatMap((folder) => {
      try {
        return readdirSync(dirname(storage.path(`${folder}/00000000-0000-0000-0000-000000000000`)));
      } catch {
        return [];
      }
    });
    const [row] = await test.owner.db.execute(sql`select count(*)::int as rows from attachment`);
    return { files: stored.length, rows: Number(row?.rows) };
  }
  return { sendForm, get, kept };
}
