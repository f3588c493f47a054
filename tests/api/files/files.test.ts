import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { contents, fileSteps, formOf } from '#tests/factories/lists/upload-forms.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);
const { sendForm, get, kept } = fileSteps(test);

const send = (name: string, content: Buffer, session = desk.session) =>
  sendForm(formOf({ name, content }), { session });

it('stores a photo and serves it to its uploader', async () => {
  const before = await kept();
  const made = await send('走访 照片.jpg', contents.jpeg);
  expect(made.body).toEqual({
    id: expect.stringMatching(/^Attachment:130434:[0-9a-f-]{36}$/),
    fileName: '走访 照片.jpg',
    mediaType: 'image/jpeg',
    byteSize: contents.jpeg.length,
    sha256: createHash('sha256').update(contents.jpeg).digest('hex'),
  });
  expect(made.status).toBe(201);
  expect(await kept()).toEqual({ files: before.files + 1, rows: before.rows + 1 });
  const back = await get(made.body.id, desk.session, '核对上传的照片');
  expect(back.statusCode).toBe(200);
  expect(back.rawPayload.equals(contents.jpeg)).toBe(true);
  expect(back.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('走访 照片.jpg')}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    etag: `"${made.body.sha256}"`,
  });
});

it.each([
  ['a.png', contents.png, 'image/png'],
  ['a.webp', contents.webp, 'image/webp'],
  ['a.heic', contents.heic, 'image/heic'],
  ['a.xlsx', contents.xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['a.csv', contents.csv, 'text/csv'],
])('recognises %s by its content', async (name, content, mediaType) => {
  const made = await send(name, content);
  expect(made.body).toMatchObject({ fileName: name, mediaType, byteSize: content.length });
});

it('recognises the true type of a workbook or csv that is named .xls', async () => {
  expect((await send('a.xls', contents.xlsx)).body).toMatchObject({ fileName: 'a.xls.xlsx' });
  expect((await send('a.xls', contents.csv)).body).toMatchObject({
    fileName: 'a.xls.csv',
    mediaType: 'text/csv',
  });
});

it.each([
  ['a page that is called a photo', 'a.jpg', contents.html, 'FILE_TYPE'],
  ['a page that is called a list', 'a.csv', contents.html, 'FILE_WEB_PAGE'],
  ['a page that is called a workbook', 'a.xls', contents.html, 'FILE_WEB_PAGE'],
  ['a page that is called a workbook of today', 'a.xlsx', contents.html, 'FILE_WEB_PAGE'],
  [
    'XML that is called a workbook',
    'a.xls',
    Buffer.from('<?xml version="1.0"?><Workbook/>'),
    'FILE_WEB_PAGE',
  ],
  ['a program', 'a.exe', Buffer.from('MZ\0\0'), 'FILE_TYPE'],
  ['a zip of anything', 'a.zip', contents.xlsx, 'FILE_TYPE'],
  ['bytes that are called a list', 'a.csv', Buffer.from('a\0b'), 'FILE_TYPE'],
  ['a workbook that is none', 'a.xlsx', Buffer.from('nothing'), 'FILE_DAMAGED'],
  ['a workbook of old', 'a.xls', contents.oldExcel, 'FILE_OLD_EXCEL'],
  ['a workbook with a password', 'a.xlsx', contents.oldExcel, 'FILE_ENCRYPTED'],
  ['an empty file', 'a.jpg', Buffer.alloc(0), 'FILE_EMPTY'],
])('refuses %s and keeps nothing of it', async (_what, name, content, code) => {
  const before = await kept();
  const answer = await send(name, content);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.body.errors[0]).toMatchObject({
    message: expect.any(String),
    extensions: { code, messages: { zh: expect.any(String) }, fields: { file: { code } } },
  });
  expect(await kept()).toEqual(before);
});

it('refuses a form without a file, a body that is no form, and two files', async () => {
  const before = await kept();
  expect((await sendForm(formOf(), desk)).code).toBe('FILE_MISSING');
  const json = await sendForm(Buffer.from('{}'), {
    ...desk,
    headers: { 'content-type': 'application/json' },
  });
  expect(json.code).toBe('FILE_MISSING');
  const nameless = await sendForm(Buffer.from('x'), {
    ...desk,
    headers: { 'content-type': 'multipart/form-data' },
  });
  expect(nameless).toMatchObject({ status: 400, code: 'FILE_UPLOAD_BROKEN' });
  const file = { name: 'a.jpg', content: contents.jpeg };
  const two = await sendForm(formOf(file, file), desk);
  expect(two.body.errors[0].extensions).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { file: { code: 'TOO_MANY' } },
  });
  expect(await kept()).toEqual(before);
});

it('removes paths, invisible characters and wrong extensions from file names', async () => {
  const nameOf = async (name: string) => (await send(name, contents.png)).body.fileName;
  expect(await nameOf('../../etc/照片.png')).toBe('照片.png');
  expect(await nameOf('C:\\\\temp\\\\b.png')).toBe('b.png');
  expect(await nameOf('a\u202Egnp.html')).toBe('agnp.html.png');
  expect(await nameOf('...')).toBe('file.png');
  const long = await nameOf(`${'长'.repeat(300)}.png`);
  expect(long).toBe(`${'长'.repeat(196)}.png`);
});

it('audits who uploaded what, without the file name', async () => {
  const { id } = (await send('方测试的照片.jpg', contents.jpeg)).body;
  const [event] = await test.owner.db.execute(
    sql`select * from audit_event where action = 'uploadFile' and entity_id = ${id.split(':')[2]}`,
  );
  expect(event).toMatchObject({ actor_id: desk.userId, county_code: places.county, entity: 'Attachment' });
  expect(JSON.stringify(event)).not.toContain('方测试');
});

it('keeps no file when its row cannot be written', async () => {
  const before = await kept();
  const { db } = test.owner;
  await db.execute(sql`alter table attachment add constraint refuses check (file_name <> 'bad.jpg')`);
  const answer = await send('bad.jpg', contents.jpeg);
  await db.execute(sql`alter table attachment drop constraint refuses`);
  expect([answer.status, answer.code]).toEqual([500, 'INTERNAL']);
  expect(await kept()).toEqual(before);
});

it('refuses further uploads from somebody with very many unused ones', async () => {
  const person = await signedIn(test, 'COUNTY_DESK', places.county);
  const { id } = (await send('a.jpg', contents.jpeg, person.session)).body;
  await test.owner.db.execute(sql`insert into attachment
    select county_code, gen_random_uuid(), visit_id, file_name, media_type, byte_size, sha256,
      'photos/' || gen_random_uuid() || '.jpg', captured_at, uploaded_at, uploaded_by
    from attachment, generate_series(1, 299) where id = ${id.split(':')[2]}`);
  const before = await kept();
  const answer = await send('a.jpg', contents.jpeg, person.session);
  expect([answer.status, answer.code]).toEqual([429, 'RATE_LIMITED']);
  // They have just arrived and are deleted after a day.
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(86_000);
  expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(86_400);
  expect(await kept()).toEqual(before);
  expect((await send('a.jpg', contents.jpeg)).status).toBe(201);
  const one = sql`(select id from attachment where uploaded_by = ${person.userId} limit 1)`;
  await test.owner.db.execute(
    sql`update attachment set uploaded_at = (uploaded_at at time zone 'UTC' - interval '23 hours 59 minutes') at time zone 'UTC'
      where id in ${one}`,
  );
  const soon = await send('a.jpg', contents.jpeg, person.session);
  expect(Number(soon.headers['retry-after'])).toBeLessThanOrEqual(60);
  // A list that was imported does not count, one that was only checked does.
  const importOf = (startedAt: string | null) => sql`insert into import_batch
    (county_code, id, division_code, kind, file_name, file_hash, storage_key, status, columns, created_by, created_at, started_at)
    select county_code, gen_random_uuid(), county_code, 'ROSTER', 'a', sha256, 'a', 'DONE', '{}', uploaded_by,
      uploaded_at, ${startedAt}::timestamptz from attachment where uploaded_by = ${person.userId} limit 1`;
  await test.owner.db.execute(importOf(null));
  expect((await send('a.jpg', contents.jpeg, person.session)).status).toBe(429);
  await test.owner.db.execute(importOf(test.clock.now().toISOString()));
  expect((await send('a.jpg', contents.jpeg, person.session)).status).toBe(201);
});
