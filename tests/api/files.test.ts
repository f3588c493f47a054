import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { removeStaleUploads } from '#modules/attachment/attachment.service.ts';
import { type MadeCadre, makeCadre } from '#tests/factories/cadres.ts';
import { makeDivisions, places } from '#tests/factories/divisions.ts';
import { makeHousehold } from '#tests/factories/households.ts';
import { makePairing } from '#tests/factories/pairings.ts';
import { type Person, signedIn } from '#tests/factories/people.ts';
import { contents, filesOf, formOf, uploadHeaders } from '#tests/factories/upload-forms.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;
let helper: Person;
let own: MadeCadre;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  helper = await signedIn(test, 'HELPER', places.county);
  own = await makeCadre(test, { userId: helper.userId });
});
beforeEach(() => test.clock.set(startOfTests));

interface Sending {
  session?: string | null;
  county?: string;
  headers?: Record<string, string>;
}

async function sendForm(form: Buffer, { session = desk.session, county, headers }: Sending = {}) {
  const answer = await test.app.http.inject({
    method: 'POST',
    url: filesOf(county),
    headers: { ...uploadHeaders(session), ...headers },
    payload: form,
  });
  const body = answer.json();
  return { status: answer.statusCode, body, code: body.errors?.[0]?.extensions.code as string | undefined };
}
const send = (name: string, content: Buffer, sending?: Sending) =>
  sendForm(formOf({ name, content }), sending);
const get = (id: string, session: string | null = desk.session) =>
  test.app.http.inject({
    method: 'GET',
    url: `/files/${encodeURIComponent(id)}`,
    headers: session ? { cookie: `bangfu=${session}` } : {},
  });

/** What lies in the storage and in the table. */
async function kept() {
  const stored = ['photos', 'sheets'].flatMap((folder) => {
    const path = test.app.systemContext().storage.path(`${folder}/00000000-0000-0000-0000-000000000000`);
    try {
      return readdirSync(path.slice(0, path.lastIndexOf('/')));
    } catch {
      return [];
    }
  });
  const [row] = await test.owner.db.execute(sql`select count(*)::int as rows from attachment`);
  return { files: stored.length, rows: row?.rows };
}

it('takes a photo in and gives it back to who uploaded it', async () => {
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
  expect(await kept()).toEqual({ files: before.files + 1, rows: Number(before.rows) + 1 });
  const back = await get(made.body.id);
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
])('knows %s by its content', async (name, content, mediaType) => {
  const made = await send(name, content);
  expect(made.body).toMatchObject({ fileName: name, mediaType, byteSize: content.length });
});

it.each([
  ['a page that is called a photo', 'a.jpg', contents.html, 'FILE_TYPE'],
  ['a page that is called a list', 'a.csv', contents.html, 'FILE_TYPE'],
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

it('refuses a form without a file, no form at all, and two files', async () => {
  const before = await kept();
  expect((await sendForm(formOf())).code).toBe('FILE_MISSING');
  const json = await sendForm(Buffer.from('{}'), { headers: { 'content-type': 'application/json' } });
  expect(json.code).toBe('FILE_MISSING');
  const nameless = await sendForm(Buffer.from('x'), { headers: { 'content-type': 'multipart/form-data' } });
  expect(nameless).toMatchObject({ status: 400, code: 'FILE_UPLOAD_BROKEN' });
  const file = { name: 'a.jpg', content: contents.jpeg };
  const two = await sendForm(formOf(file, file));
  expect(two.body.errors[0].extensions).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { file: { code: 'TOO_MANY' } },
  });
  expect(await kept()).toEqual(before);
});

it('keeps names without paths, invisible characters and foreign endings', async () => {
  const nameOf = async (name: string) => (await send(name, contents.png)).body.fileName;
  expect(await nameOf('../../etc/照片.png')).toBe('照片.png');
  expect(await nameOf('C:\\\\temp\\\\b.png')).toBe('b.png');
  expect(await nameOf('a\u202Egnp.html')).toBe('agnp.html.png');
  expect(await nameOf('...')).toBe('file.png');
  const long = await nameOf(`${'长'.repeat(300)}.png`);
  expect(long).toBe(`${'长'.repeat(196)}.png`);
});

it('takes no file from nobody, from another site, from who may not bring one, or for a county out of reach', async () => {
  const before = await kept();
  const auditor = await signedIn(test, 'SECURITY_AUDITOR', places.county);
  const village = await signedIn(test, 'VILLAGE_CADRE', places.village);
  const stranger = await signedIn(test, 'HELPER', places.county);
  const told = async (sending: Sending, name = 'a.jpg', content = contents.jpeg) => {
    const { status, code } = await send(name, content, sending);
    return [status, code];
  };
  expect(await told({ session: null })).toEqual([401, 'UNAUTHENTICATED']);
  expect(await told({ session: 'nonsense' })).toEqual([401, 'UNAUTHENTICATED']);
  expect(await told({ headers: { 'apollo-require-preflight': '' } })).toEqual([403, 'CROSS_SITE']);
  expect(await told({ session: auditor.session })).toEqual([403, 'FORBIDDEN']);
  expect(await told({ county: places.otherCounty })).toEqual([404, 'NOT_FOUND']);
  expect(await told({ county: '999999' })).toEqual([404, 'NOT_FOUND']);
  expect(await told({ county: "1' or 1=1" })).toEqual([400, 'INVALID_INPUT']);
  expect(await told({ session: stranger.session })).toEqual([404, 'NOT_FOUND']);
  expect(await told({ session: village.session }, 'a.csv', contents.csv)).toEqual([403, 'FORBIDDEN']);
  expect(await kept()).toEqual(before);
  expect(await told({ session: village.session })).toEqual([201, undefined]);
  expect(await told({ session: helper.session })).toEqual([201, undefined]);
});

it('shows an upload to its uploader alone, until it belongs to a visit', async () => {
  const made = await send('a.jpg', contents.jpeg, { session: helper.session });
  const { id } = made.body;
  const far = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
  const statusFor = async (session: string | null) => (await get(id, session)).statusCode;
  expect(await statusFor(helper.session)).toBe(200);
  expect(await statusFor(desk.session)).toBe(404);
  const home = await makeHousehold(test);
  await makePairing(test, { household: home, cadre: own });
  const logged = await test.send(
    'mutation ($input: LogVisitInput!) { logVisit(input: $input) { visit { photos { id fileName } } } }',
    { input: { householdId: home.globalId, visitedOn: '2026-11-09', mode: 'IN_PERSON', photoIds: [id] } },
    helper.session,
  );
  expect(logged.data).toEqual({ logVisit: { visit: { photos: [{ id, fileName: 'a.jpg' }] } } });
  expect(await statusFor(desk.session)).toBe(200);
  expect(await statusFor(helper.session)).toBe(200);
  expect(await statusFor(far.session)).toBe(404);
  expect(await statusFor(null)).toBe(401);
});

it('stops showing an upload to who may bring none any more', async () => {
  const person = await signedIn(test, 'COUNTY_DESK', places.county);
  const { id } = (await send('a.jpg', contents.jpeg, { session: person.session })).body;
  expect((await get(id, person.session)).statusCode).toBe(200);
  await test.owner.db.execute(
    sql`update user_grant set to_on = '2026-01-01' where user_id = ${person.userId}`,
  );
  expect((await get(id, person.session)).statusCode).toBe(404);
});

it.each([
  'nonsense',
  'Attachment:130434:x',
  'Attachment:130434:0192f0c1-0000-7000-8000-000000000000',
  'Household:130434:0192f0c1-0000-7000-8000-000000000000',
  '../../etc/passwd',
])('knows no file %s', async (id) => {
  const answer = await get(id);
  expect(answer.statusCode).toBe(404);
  expect(answer.json().errors[0].extensions.code).toBe('NOT_FOUND');
});

it('writes down who uploaded what, without the name of the file', async () => {
  const { id } = (await send('方测试的照片.jpg', contents.jpeg)).body;
  const [event] = await test.owner.db.execute(
    sql`select * from audit_event where action = 'uploadFile' and entity_id = ${id.split(':')[2]}`,
  );
  expect(event).toMatchObject({ actor_id: desk.userId, county_code: places.county, entity: 'Attachment' });
  expect(JSON.stringify(event)).not.toContain('方测试');
});

it('keeps no file where the row cannot be written', async () => {
  const before = await kept();
  const { db } = test.owner;
  await db.execute(sql`alter table attachment add constraint refuses check (file_name <> 'bad.jpg')`);
  const answer = await send('bad.jpg', contents.jpeg);
  await db.execute(sql`alter table attachment drop constraint refuses`);
  expect([answer.status, answer.code]).toEqual([500, 'INTERNAL']);
  expect(await kept()).toEqual(before);
});

it('takes no more from somebody who leaves very many uploads lying', async () => {
  const person = await signedIn(test, 'COUNTY_DESK', places.county);
  const { id } = (await send('a.jpg', contents.jpeg, { session: person.session })).body;
  await test.owner.db.execute(sql`insert into attachment
    select county_code, gen_random_uuid(), visit_id, file_name, media_type, byte_size, sha256,
      'photos/' || gen_random_uuid() || '.jpg', captured_at, uploaded_at, uploaded_by
    from attachment, generate_series(1, 299) where id = ${id.split(':')[2]}`);
  const before = await kept();
  const answer = await send('a.jpg', contents.jpeg, { session: person.session });
  expect([answer.status, answer.code]).toEqual([429, 'RATE_LIMITED']);
  expect(await kept()).toEqual(before);
  expect((await send('a.jpg', contents.jpeg)).status).toBe(201);
});

it('clears away what nothing took up for a day, and nothing else', async () => {
  await test.owner.db.execute(sql`delete from attachment where visit_id is null`);
  const loose = (await send('a.jpg', contents.jpeg)).body;
  const used = (await send('b.jpg', contents.png, { session: helper.session })).body;
  const home = await makeHousehold(test);
  await makePairing(test, { household: home, cadre: own });
  const input = {
    householdId: home.globalId,
    visitedOn: '2026-11-09',
    mode: 'IN_PERSON',
    photoIds: [used.id],
  };
  await test.send(
    'mutation ($input: LogVisitInput!) { logVisit(input: $input) { clientMutationId } }',
    { input },
    helper.session,
  );
  const before = await kept();
  test.clock.set('2026-11-11T03:59:00Z');
  expect(await removeStaleUploads(test.app.systemContext())).toBe(0);
  expect((await get(loose.id)).statusCode).toBe(200);
  test.clock.set('2026-11-11T04:01:00Z');
  expect(await removeStaleUploads(test.app.systemContext())).toBe(1);
  expect(await kept()).toEqual({ files: before.files - 1, rows: Number(before.rows) - 1 });
  expect((await get(loose.id)).statusCode).toBe(404);
  expect((await get(used.id)).statusCode).toBe(200);
});
