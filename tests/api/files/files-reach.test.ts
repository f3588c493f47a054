import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { removeStaleUploads } from '#modules/attachment/attachment.service.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { contents, fileSteps, formOf } from '#tests/factories/lists/upload-forms.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { type MadeCadre, makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp();
const { sendForm, get: getAs, kept } = fileSteps(test);
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

type Sending = Partial<Parameters<typeof sendForm>[1]>;
const send = (name: string, content: Buffer, sending: Sending = {}) =>
  sendForm(formOf({ name, content }), { session: desk.session, ...sending });
const get = (id: string, session: string | null = desk.session) => getAs(id, session, '核对上传的文件');

it('refuses uploads of anonymous users, other sites, users without the right, and for a county out of reach', async () => {
  const before = await kept();
  const auditor = await signedIn(test, 'SECURITY_AUDITOR', places.county);
  const village = await signedIn(test, 'VILLAGE_CADRE', places.village);
  const stranger = await signedIn(test, 'HELPER', places.county);
  const responseTo = async (sending: Sending, name = 'a.jpg', content = contents.jpeg) => {
    const { status, code } = await send(name, content, sending);
    return [status, code];
  };
  expect(await responseTo({ session: null })).toEqual([401, 'UNAUTHENTICATED']);
  expect(await responseTo({ session: 'nonsense' })).toEqual([401, 'UNAUTHENTICATED']);
  expect(await responseTo({ headers: { 'apollo-require-preflight': '' } })).toEqual([403, 'CROSS_SITE']);
  expect(await responseTo({ session: auditor.session })).toEqual([403, 'FORBIDDEN']);
  expect(await responseTo({ county: places.otherCounty })).toEqual([404, 'NOT_FOUND']);
  expect(await responseTo({ county: '999999' })).toEqual([404, 'NOT_FOUND']);
  expect(await responseTo({ county: "1' or 1=1" })).toEqual([400, 'INVALID_INPUT']);
  expect(await responseTo({ session: stranger.session })).toEqual([404, 'NOT_FOUND']);
  expect(await responseTo({ session: village.session }, 'a.csv', contents.csv)).toEqual([403, 'FORBIDDEN']);
  expect(await kept()).toEqual(before);
  expect(await responseTo({ session: village.session })).toEqual([201, undefined]);
  expect(await responseTo({ session: helper.session })).toEqual([201, undefined]);
});

it('serves an upload only to its uploader until it belongs to a visit', async () => {
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
    {
      input: {
        householdId: home.globalId,
        visitedOn: '2026-11-09',
        mode: 'IN_PERSON',
        findings: '正常',
        photoIds: [id],
      },
    },
    helper.session,
  );
  expect(logged.data).toEqual({ logVisit: { visit: { photos: [{ id, fileName: 'a.jpg' }] } } });
  expect(await statusFor(desk.session)).toBe(200);
  expect(await statusFor(helper.session)).toBe(200);
  expect(await statusFor(far.session)).toBe(404);
  expect(await statusFor(null)).toBe(401);
});

it('passes an uploaded workbook to the import', async () => {
  const { name, content } = await workbook('成员.xlsx', ['姓名'], [['甲测试']]);
  const { id } = (await send(name, content)).body;
  const check = (session: string) =>
    test.send(
      'mutation ($input: CheckImportInput!) { checkImport(input: $input) { clientMutationId } }',
      { input: { kind: 'ROSTER', countyCode: places.county, fileId: id } },
      session,
    );
  // The file was read: the fault is in its content.
  const [refusal] = (await check(desk.session)).errors ?? [];
  expect(Object.keys(refusal?.extensions.fields ?? {})).toEqual(['input.fileId']);
  expect(['HEADER_NOT_FOUND', 'REQUIRED_COLUMN_MISSING']).toContain(refusal?.extensions.code);
  const other = await signedIn(test, 'COUNTY_DESK', places.county);
  expect((await check(other.session)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('accepts files from a program within the reach of its token', async () => {
  const made = await test.send<{ createToken: { secret: string } }>(
    'mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret } }',
    {
      input: {
        name: '帮扶小程序',
        divisionCode: places.county,
        rights: ['visit.write', 'visit.read'],
        expiresOn: '2026-12-01',
      },
    },
    desk.session,
  );
  expect(made.errors).toBeUndefined();
  const headers = { authorization: `Bearer ${made.data?.createToken.secret}` };
  const photo = await send('a.jpg', contents.jpeg, { session: null, headers });
  expect(photo.status).toBe(201);
  const sheet = await send('a.csv', contents.csv, { session: null, headers });
  expect([sheet.status, sheet.code]).toEqual([403, 'FORBIDDEN']);
  const wrong = await send('a.jpg', contents.jpeg, { session: null, headers: { authorization: 'Bearer x' } });
  expect(wrong.status).toBe(401);
});

it('stops serving an upload to a user who may no longer upload', async () => {
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
])('finds no file %s', async (id) => {
  const answer = await get(id);
  expect(answer.statusCode).toBe(404);
  expect(answer.json().errors[0].extensions.code).toBe('NOT_FOUND');
});

it('deletes uploads that nothing used for a day, and nothing else', async () => {
  await test.owner.db.execute(sql`delete from attachment where visit_id is null`);
  const loose = (await send('a.jpg', contents.jpeg)).body;
  const used = (await send('b.jpg', contents.png, { session: helper.session })).body;
  const home = await makeHousehold(test);
  await makePairing(test, { household: home, cadre: own });
  const input = {
    householdId: home.globalId,
    visitedOn: '2026-11-09',
    mode: 'IN_PERSON',
    findings: '正常',
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
  expect(await kept()).toEqual({ files: before.files - 1, rows: before.rows - 1 });
  expect((await get(loose.id)).statusCode).toBe(404);
  expect((await get(used.id)).statusCode).toBe(200);
});
