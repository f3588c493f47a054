import { readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import {
  boundary,
  contents,
  filesOf,
  formEnd,
  formOf,
  partHead,
  uploadHeaders,
} from '#tests/factories/lists/upload-forms.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const megabyte = 1_024 * 1_024;
let desk: Person;
let address: URL;
let folders: string[];

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  address = new URL(await test.app.listen(0, '127.0.0.1'));
  const root = dirname(
    dirname(test.app.systemContext().storage.path('photos/00000000-0000-0000-0000-000000000000')),
  );
  folders = [join(root, 'photos'), join(root, 'sheets')];
});

/** Sizes of the files in storage now. */
/** How many bytes sealing adds to a file of one piece. */
const sealedBytes = 40;

const sizes = (): number[] =>
  folders.flatMap((folder) => {
    try {
      return readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    } catch {
      return [];
    }
  });

async function rows(): Promise<unknown> {
  const [row] = await test.owner.db.execute(sql`select count(*)::int as rows from attachment`);
  return row?.rows;
}

interface ErrorAnswer {
  status: number | undefined;
  code: string | undefined;
}

function open(headers: Record<string, string | number> = {}) {
  return request({
    host: address.hostname,
    port: address.port,
    path: filesOf(),
    method: 'POST',
    agent: false,
    headers: { ...uploadHeaders(desk.session), ...headers },
  });
}

/** Sends a body piece by piece; resolves to the answer, or null where the connection was cut before one came. */
function sendAll(body: Iterable<Buffer>, headers: Record<string, string | number> = {}) {
  return new Promise<ErrorAnswer | null>((resolve) => {
    const sending = open(headers);
    // Once there is an answer, how the sending ends does not matter.
    sending.on('error', () => resolve(null));
    sending.on('response', (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => {
        text += piece.toString();
      });
      response.on('end', () => {
        resolve({ status: response.statusCode, code: JSON.parse(text).errors?.[0]?.extensions.code });
        sending.destroy();
      });
    });
    Readable.from(body).pipe(sending);
  });
}

/** A form around a file of any size, which is never in memory as a whole. */
function* largeForm(head: string, firstBytes: Buffer, bytes: number, look: () => void = () => undefined) {
  yield Buffer.from(head);
  yield firstBytes;
  const piece = Buffer.alloc(megabyte / 16, 1);
  for (let sent = firstBytes.length; sent < bytes; sent += piece.length) {
    look();
    yield piece;
  }
  yield Buffer.from(formEnd);
}

const photoHead = partHead('a.jpg');

it('accepts a form over the wire, also in pieces of a few bytes', async () => {
  const form = formOf({ name: 'a.png', content: contents.png });
  const pieces = Array.from({ length: Math.ceil(form.length / 7) }, (_, at) =>
    form.subarray(at * 7, at * 7 + 7),
  );
  expect(await sendAll(pieces)).toEqual({ status: 201, code: undefined });
  expect(sizes()).toEqual([contents.png.length + sealedBytes]);
});

it('refuses 200 MB by their Content-Length, and the sender reads why', async () => {
  const before = sizes();
  const bytes = 200 * megabyte;
  let most = 0;
  const look = () => {
    most = Math.max(most, sizes().length);
  };
  const response = await sendAll(largeForm(photoHead, contents.jpeg, bytes, look), {
    'content-length': bytes,
  });
  expect(response).toEqual({ status: 413, code: 'FILE_TOO_LARGE' });
  expect(most).toBe(before.length);
  expect(sizes()).toEqual(before);
});

it.each([
  ['photo', photoHead, contents.jpeg, 10],
  ['spreadsheet', partHead('a.xlsx'), contents.xlsx, 20],
])(
  'refuses a %s of 200 MB without a Content-Length, with no more than its limit on disk or in memory',
  async (_what, head, firstBytes, limit) => {
    const before = { sizes: sizes(), rows: await rows() };
    const memory = process.memoryUsage().rss;
    let mostOnDisk = 0;
    let mostInMemory = 0;
    const look = () => {
      mostOnDisk = Math.max(mostOnDisk, ...sizes());
      mostInMemory = Math.max(mostInMemory, process.memoryUsage().rss - memory);
    };
    const response = await sendAll(largeForm(head, firstBytes, 200 * megabyte, look));
    expect(response).toEqual({ status: 413, code: 'FILE_TOO_LARGE' });
    expect(mostOnDisk).toBeGreaterThan(megabyte);
    expect(mostOnDisk).toBeLessThanOrEqual(limit * megabyte);
    expect(mostInMemory).toBeLessThan(100 * megabyte);
    expect({ sizes: sizes(), rows: await rows() }).toEqual(before);
  },
);

it('cuts off a sender who fills a form with something other than a file', async () => {
  const before = sizes();
  const field = `--${boundary}\r\ncontent-disposition: form-data; name="note"\r\n\r\n`;
  const response = await sendAll(largeForm(field, Buffer.from('x'), 200 * megabyte));
  expect(response).toBeNull();
  const preamble = await sendAll(largeForm('', Buffer.from('x'), 200 * megabyte));
  expect(preamble).toBeNull();
  expect(sizes()).toEqual(before);
});

it('keeps nothing of an upload that breaks off', async () => {
  const before = { sizes: sizes(), rows: await rows() };
  const sending = open();
  sending.on('error', () => undefined);
  sending.write(photoHead);
  sending.write(contents.jpeg);
  sending.write(Buffer.alloc(megabyte, 1));
  await expect.poll(() => sizes().length).toBe(before.sizes.length + 1);
  sending.destroy();
  await expect.poll(() => sizes()).toEqual(before.sizes);
  expect(await rows()).toBe(before.rows);
});

it('keeps nothing of a form that ends too early', async () => {
  const before = { sizes: sizes(), rows: await rows() };
  const form = formOf({ name: 'a.jpg', content: contents.jpeg });
  const short = form.subarray(0, form.length - formEnd.length);
  expect(await sendAll([short])).toEqual({ status: 400, code: 'FILE_UPLOAD_BROKEN' });
  expect(await sendAll([Buffer.from(photoHead.slice(0, 40))])).toEqual({
    status: 400,
    code: 'FILE_UPLOAD_BROKEN',
  });
  expect({ sizes: sizes(), rows: await rows() }).toEqual(before);
});

it('accepts files up to the limit of their kind and not a byte more', async () => {
  const of = (start: Buffer, bytes: number) => Buffer.concat([start, Buffer.alloc(bytes - start.length, 1)]);
  const statusFor = async (name: string, content: Buffer) =>
    (await sendAll([formOf({ name, content })]))?.status;
  expect(await statusFor('a.jpg', of(contents.jpeg, 10 * megabyte))).toBe(201);
  expect(await statusFor('a.jpg', of(contents.jpeg, 10 * megabyte + 1))).toBe(413);
  expect(await statusFor('a.xlsx', of(contents.xlsx, 10 * megabyte + 1))).toBe(201);
  expect(await statusFor('a.xlsx', of(contents.xlsx, 20 * megabyte))).toBe(201);
  expect(await statusFor('a.xlsx', of(contents.xlsx, 20 * megabyte + 1))).toBe(413);
});

it('refuses users who may not upload before the body has arrived', async () => {
  const sending = open({ cookie: '', 'content-length': 5 * megabyte });
  const status = await new Promise((resolve, reject) => {
    sending.on('error', reject);
    sending.on('response', (response) => resolve(response.resume().statusCode));
    sending.write(photoHead);
  });
  sending.destroy();
  expect(status).toBe(401);
});

it('parses forms on no other route', async () => {
  const answer = await test.app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: uploadHeaders(desk.session),
    payload: formOf(),
  });
  expect(answer.statusCode).toBe(415);
});
