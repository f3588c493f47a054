import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { exportDocuments, exportSteps, linesOf, purpose } from '#tests/factories/lists/exports.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp();
const { startAccepted, read, run, download } = exportSteps(test);
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  for (const villageCode of [places.village, places.otherVillage]) await makeHousehold(test, { villageCode });
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
});
afterEach(() => test.clock.set(startOfTests));

const endGrant = (who: Person, toOn: string | null) =>
  test.owner.db.execute(sql`update user_grant set to_on = ${toOn} where user_id = ${who.userId}`);

/** An export that failed because its owner's rights were revoked, which are restored by now. */
async function failed(who: Person, input: object = {}): Promise<string> {
  const id = await startAccepted(who, { type: 'Household', ...input });
  await endGrant(who, '2026-01-01');
  await test.app.jobs.drain();
  await endGrant(who, null);
  expect(await read(who, id)).toMatchObject({ status: 'FAILED', failure: 'FORBIDDEN' });
  return id;
}

async function retry(
  who: { session?: string; headers?: Record<string, string> },
  exportId: string,
): Promise<string> {
  const answer = await test.send(exportDocuments.retry, { input: { exportId } }, who.session, who.headers);
  return answer.errors?.[0]?.extensions.code ?? 'taken';
}

it('writes a failed export on retry, with its filter, fields and purpose', async () => {
  const input = {
    filter: { households: { divisionCode: places.village } },
    where: { households: { status: { eq: 'ACTIVE' } } },
    fields: ['headName'],
  };
  const id = await failed(desk, input);
  expect(await retry(desk, id)).toBe('taken');
  expect(await read(desk, id)).toMatchObject({ status: 'QUEUED', failure: null, done: 0, total: null });
  await test.app.jobs.drain();
  expect(await read(desk, id)).toMatchObject({ status: 'DONE', failure: null, total: 1, purpose });
  const other = await run(desk, { type: 'Household', ...input });
  expect(linesOf((await download(desk, id)).body)).toEqual(linesOf((await download(desk, other.id)).body));
  const events = await test.owner.db.execute<{ action: string; before: string | null }>(
    sql`select action, before from audit_event where entity_id = ${id.split(':')[1]} order by seq`,
  );
  expect(events.map(({ action }) => action)).toEqual(['startExport', 'retryExport', 'downloadExport']);
  expect(JSON.parse(events[1]?.before ?? '')).toEqual({ status: 'FAILED', failure: 'FORBIDDEN' });
});

it('retries nothing that did not fail, and nothing twice', async () => {
  const done = await run(desk, { type: 'Household' });
  expect(await retry(desk, done.id)).toBe('EXPORT_NOT_FAILED');
  const id = await failed(desk);
  const both = await Promise.all([retry(desk, id), retry(desk, id)]);
  expect(both.sort()).toEqual(['EXPORT_NOT_FAILED', 'taken']);
  await test.app.jobs.drain();
  expect(await read(desk, id)).toMatchObject({ status: 'DONE' });
});

it('counts a retry as one of the two running exports of a person', async () => {
  const id = await failed(desk);
  await startAccepted(desk, { type: 'Household' });
  await startAccepted(desk, { type: 'Household' });
  expect(await retry(desk, id)).toBe('EXPORT_LIMIT');
  await test.app.jobs.drain();
  expect(await retry(desk, id)).toBe('taken');
  await test.app.jobs.drain();
});

it('lets only the owner retry, and a token only within its rights', async () => {
  const id = await failed(desk);
  const other = await signedIn(test, 'COUNTY_DESK', places.county);
  expect(await retry(other, id)).toBe('NOT_FOUND');
  const rights = ['export.run', 'household.read', 'pairing.read', 'visit.read', 'cadre.read'];
  const tokenOf = async (divisionCode: string, held: string[]) =>
    (await makeToken(test, { ownerId: desk.userId, divisionCode, rights: held })).bearer;
  expect(await retry({ headers: await tokenOf(places.township, rights) }, id)).toBe('NOT_FOUND');
  expect(await retry({ headers: await tokenOf(places.county, ['export.run']) }, id)).toBe('FORBIDDEN');
  expect(await retry({ headers: await tokenOf(places.county, rights) }, id)).toBe('taken');
  await test.app.jobs.drain();
  expect(await read(desk, id)).toMatchObject({ status: 'DONE', total: 2 });
});

it('deletes the filter of a failed export that was not retried within seven days', async () => {
  const id = await failed(desk);
  expect(await read(desk, id)).toMatchObject({ expiresAt: '2026-11-17T04:00:00.000Z' });
  test.clock.set('2026-11-17T04:00:01Z');
  expect(await retry(desk, id)).toBe('EXPORT_NOT_FAILED');
  await test.app.jobs.start();
  const filterOf = async () =>
    (
      await test.owner.db.execute<{ status: string; cipher: Buffer | null }>(
        sql`select status, filter_cipher as cipher from export_job where id = ${id.split(':')[1]}`,
      )
    )[0];
  await expect.poll(filterOf, { timeout: 20_000 }).toEqual({ status: 'FAILED', cipher: null });
});
