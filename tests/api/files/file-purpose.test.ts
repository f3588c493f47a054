import { inArray } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { importSteps, roster } from '#tests/factories/lists/imports.ts';
import { contents } from '#tests/factories/lists/upload-forms.ts';
import { uploaded } from '#tests/factories/lists/uploads.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const { bring } = importSteps(test, places.county);
const purpose = '改正后重新导入';
let desk: Person;
let rejected: string;
let sheet: string;

beforeAll(async () => {
  await loadCounties(test, places.county);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  const batch = await bring(desk, await roster({}, { village: '无名庄村' }));
  rejected = `/imports/${batch.id}/rejected.xlsx`;
  const id = await uploaded(test, places.county, desk.userId, { name: '名单.csv', content: contents.csv });
  sheet = `/files/${encodeURIComponent(id)}`;
});

const downloads = () =>
  test.owner.db
    .select()
    .from(auditEvent)
    .where(inArray(auditEvent.action, ['downloadRejectedRows', 'downloadUpload']));

async function fetched(
  url: string,
  body?: unknown,
  headers: Record<string, string> = { cookie: `bangfu=${desk.session}` },
) {
  const answer = await test.app.http.inject({
    method: body === undefined ? 'GET' : 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  });
  const error = answer.statusCode === 200 ? undefined : answer.json().errors[0].extensions;
  return {
    status: answer.statusCode,
    code: error?.code,
    field: error?.fields.purpose?.code,
    right: error?.right,
  };
}

const files: [string, () => string, string][] = [
  ['refused rows', () => rejected, 'downloadRejectedRows'],
  ['a list that nothing took up', () => sheet, 'downloadUpload'],
];

it.each(files)(
  '%s is served for a purpose, which is audited with each download',
  async (_name, url, action) => {
    const before = (await downloads()).length;
    for (let time = 0; time < 2; time += 1) expect((await fetched(url(), { purpose })).status).toBe(200);
    const noted = (await downloads()).slice(before);
    expect(noted).toHaveLength(2);
    for (const { actorId, after, ...row } of noted) {
      expect(row).toMatchObject({ action, countyCode: places.county });
      expect(actorId).toBe(desk.userId);
      expect(JSON.parse(after ?? '')).toMatchObject({ purpose });
      expect(after).not.toContain('名单');
    }
  },
);

it.each(files)('%s is not served without a purpose', async (_name, url) => {
  const before = (await downloads()).length;
  const given = [undefined, {}, { purpose: '' }, { purpose: '  　' }, { purpose: 5 }, null, []];
  for (const body of given)
    expect(await fetched(url(), body)).toMatchObject({
      status: 400,
      code: 'INVALID_INPUT',
      field: 'REQUIRED_MISSING',
    });
  for (const purpose of ['看看', '看看\u200b\u200b\u200b'])
    expect(await fetched(url(), { purpose })).toMatchObject({ status: 400, field: 'TOO_SHORT' });
  expect(await fetched(url(), { purpose: '长'.repeat(501) })).toMatchObject({
    status: 400,
    field: 'TOO_LONG',
  });
  expect(await downloads()).toHaveLength(before);
});

it.each(files)('%s is not served to anybody who may not see unmasked numbers', async (_name, url) => {
  const { bearer } = await makeToken(test, {
    ownerId: desk.userId,
    divisionCode: places.county,
    rights: ['household.read', 'import.run', 'visit.write'],
  });
  expect(await fetched(url(), { purpose }, bearer)).toMatchObject({
    status: 403,
    code: 'FORBIDDEN',
    right: 'personal.reveal',
  });
});
