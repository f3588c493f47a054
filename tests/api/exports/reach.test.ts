import { existsSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportTidyQueue } from '#modules/exports/exports.service.ts';
import { newId } from '#platform/core/ids.ts';
import { enqueue } from '#platform/jobs/send.ts';
import { exportDocuments, exportSteps, linesOf } from '#tests/factories/lists/exports.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const { start, startAccepted, read, run, download } = exportSteps(test);

beforeAll(async () => {
  await makeDivisions(test);
  for (const villageCode of [places.village, places.otherVillage, places.foreignVillage])
    await makeHousehold(test, { villageCode });
});

const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) =>
  answer.errors?.[0]?.extensions.code;
const deskOf = (divisionCode: string) => signedIn(test, 'COUNTY_DESK', divisionCode);
const villagesIn = async (who: Person, id: string) =>
  linesOf((await download(who, id)).body).map((row) => (row.village as { code: string }).code);

async function regrant(who: Person, divisionCode: string, role = 'COUNTY_DESK'): Promise<void> {
  await test.owner.db.execute(
    sql`update user_grant set division_code = ${divisionCode}, role = ${role} where user_id = ${who.userId}`,
  );
}
const revoke = (who: Person) =>
  test.owner.db.execute(sql`update user_grant set revoked_at = now() where user_id = ${who.userId}`);

async function token(owner: Person, divisionCode: string, rights: string[]) {
  const { tokenId: id, bearer: headers } = await makeToken(test, {
    ownerId: owner.userId,
    divisionCode,
    rights,
  });
  return { id, headers };
}
const enough = ['export.run', 'household.read', 'pairing.read', 'visit.read', 'cadre.read'];

describe('the content of the file', () => {
  it('is what the person may read, and no more', async () => {
    const county = await deskOf(places.county);
    const job = await run(county, { type: 'Household' });
    expect((await villagesIn(county, job.id)).sort()).toEqual([places.village, places.otherVillage]);
    const reviewer = await signedIn(test, 'TOWNSHIP_REVIEWER', places.township);
    const less = await run(reviewer, { type: 'Household' });
    expect(await villagesIn(reviewer, less.id)).toEqual([places.village]);
  });

  it('is limited to the requested division', async () => {
    const overseer = await signedIn(test, 'OVERSEER', '13');
    const job = await run(overseer, { type: 'Household', divisionCode: places.otherCounty });
    expect(await villagesIn(overseer, job.id)).toEqual([places.foreignVillage]);
    const filter = { households: { divisionCode: places.township } };
    const narrow = await run(overseer, { type: 'Household', filter });
    expect(await villagesIn(overseer, narrow.id)).toEqual([places.village]);
  });

  it('is decided when the job runs: a grant revoked in the meantime fails the export and leaves no file', async () => {
    const leaver = await deskOf(places.county);
    const stayer = await deskOf(places.county);
    const [lost, kept] = [
      await startAccepted(leaver, { type: 'Household' }),
      await startAccepted(stayer, { type: 'Household' }),
    ];
    await revoke(leaver);
    await test.app.jobs.drain();
    const [row] = await test.owner.db.execute<{
      status: string;
      failure: string;
      storage_key: string | null;
    }>(sql`select status, failure, storage_key from export_job where id = ${lost.split(':')[1]}`);
    expect(row).toEqual({ status: 'FAILED', failure: 'FORBIDDEN', storage_key: null });
    expect(await read(stayer, kept)).toMatchObject({ status: 'DONE', total: 2 });
  });

  it('also fails when the grant has moved, or the role may no longer export', async () => {
    for (const [division, role] of [
      [places.township, 'COUNTY_DESK'],
      [places.county, 'VILLAGE_CADRE'],
    ] as const) {
      const person = await deskOf(places.county);
      const id = await startAccepted(person, { type: 'Household' });
      await regrant(person, division, role);
      await test.app.jobs.drain();
      const [row] = await test.owner.db.execute(
        sql`select status, failure from export_job where id = ${id.split(':')[1]}`,
      );
      expect(row, role).toEqual({ status: 'FAILED', failure: 'FORBIDDEN' });
    }
  });
});

describe('who may start an export', () => {
  it('nobody without the right, and nobody for a type they may not read', async () => {
    const cadre = await signedIn(test, 'VILLAGE_CADRE', places.village);
    expect(codeOf(await start(cadre, { type: 'Household' }))).toBe('FORBIDDEN');
    const administrator = await signedIn(test, 'SYSTEM_ADMINISTRATOR', places.county);
    expect(codeOf(await start(administrator, { type: 'Household' }))).toBe('FORBIDDEN');
    expect(codeOf(await start(administrator, { type: 'Cadre' }))).toBeUndefined();
    const desk = await deskOf(places.county);
    expect(codeOf(await start(desk, { type: 'Household', divisionCode: places.otherCounty }))).toBe(
      'NOT_FOUND',
    );
  });

  it('somebody with two separate divisions must choose one', async () => {
    const both = await deskOf(places.county);
    await test.owner.db.execute(sql`insert into user_grant (id, user_id, role, division_code, from_on, created_at)
      values (${newId()}, ${both.userId}, 'COUNTY_DESK', ${places.otherCounty}, '2020-01-01', now())`);
    const answer = await start(both, { type: 'Household' });
    expect(answer.errors?.[0]?.extensions.fields['input.divisionCode']?.code).toBe('REQUIRED_MISSING');
    const job = await run(both, { type: 'Household', divisionCode: places.otherCounty });
    expect(await villagesIn(both, job.id)).toEqual([places.foreignVillage]);
  });
});

describe('who may download the file', () => {
  it('its owner, but not the desk of another county, a colleague with equal rights, or anonymous users', async () => {
    const owner = await deskOf(places.county);
    const { id } = await run(owner, { type: 'Household' });
    expect((await download(owner, id)).statusCode).toBe(200);
    expect((await download(await deskOf(places.otherCounty), id)).statusCode).toBe(404);
    expect((await download(await deskOf(places.county), id)).statusCode).toBe(404);
    expect((await download(await signedIn(test, 'OVERSEER', null), id)).statusCode).toBe(404);
    expect((await download({}, id)).statusCode).toBe(401);
    const head = await test.app.http.inject({
      method: 'HEAD',
      url: `/exports/${id}`,
      headers: { cookie: `bangfu=${owner.session}` },
    });
    expect(head.statusCode).toBe(405);
  });

  it("another person's export answers like one that does not exist", async () => {
    const owner = await deskOf(places.county);
    const { id } = await run(owner, { type: 'Household' });
    const neighbour = await deskOf(places.otherCounty);
    const [refused, unknown] = [
      await download(neighbour, id),
      await download(neighbour, `ExportJob:${newId()}`),
    ];
    expect(refused.body).toBe(unknown.body);
    for (const broken of ['x', 'Household:1:2', '../etc', 'ExportJob:0', '%00'])
      expect((await download(owner, broken)).statusCode, broken).toBe(404);
    const seen = await test.send(exportDocuments.read, { id }, neighbour.session);
    expect(codeOf(seen)).toBe('NOT_FOUND');
    const stop = { input: { exportId: id } };
    expect(codeOf(await test.send(exportDocuments.cancel, stop, neighbour.session))).toBe('NOT_FOUND');
    const colleague = await deskOf(places.county);
    expect(codeOf(await test.send(exportDocuments.cancel, stop, colleague.session))).toBe('NOT_FOUND');
  });

  it('nobody whose grant was revoked, narrowed or changed since, and the owner again once it is restored', async () => {
    const owner = await deskOf(places.county);
    const { id } = await run(owner, { type: 'Household' });
    await regrant(owner, places.township);
    expect((await download(owner, id)).statusCode).toBe(404);
    await regrant(owner, places.county, 'VILLAGE_CADRE');
    expect((await download(owner, id)).statusCode).toBe(404);
    await regrant(owner, places.county);
    expect((await download(owner, id)).statusCode).toBe(200);
    await revoke(owner);
    expect((await download(owner, id)).statusCode).toBe(404);
  });

  it('nobody after seven days: the file is deleted and the status says so', async () => {
    const owner = await deskOf(places.county);
    const job = await run(owner, { type: 'Household' });
    expect(job.expiresAt).toBe('2026-11-17T04:00:00.000Z');
    const [row] = await test.owner.db.execute<{ storage_key: string }>(
      sql`select storage_key from export_job where id = ${job.id.split(':')[1]}`,
    );
    const { storage } = test.app.systemContext();

    const path = storage.path(row?.storage_key ?? '');
    try {
      test.clock.set('2026-11-17T03:59:00Z');
      expect((await download(owner, job.id)).statusCode).toBe(200);
      test.clock.set('2026-11-17T04:00:00Z');
      expect((await download(owner, job.id)).statusCode).toBe(404);
      expect(existsSync(path)).toBe(true);
      // What its schedule does every ten minutes.
      await enqueue(test.app.systemContext(), exportTidyQueue, {});
      await test.app.jobs.drain();
      expect(existsSync(path)).toBe(false);
      expect(await read(owner, job.id)).toMatchObject({ status: 'EXPIRED' });
    } finally {
      test.clock.set('2026-11-10T04:00:00Z');
    }
  });
});

describe('tokens', () => {
  it('export what they may read, and download their own file', async () => {
    const owner = await deskOf(places.county);
    const program = await token(owner, places.township, enough);
    const { id } = await run(program, { type: 'Household' });
    const file = await download(program, id);
    expect(linesOf(file.body)).toHaveLength(1);
    expect((await download(owner, id)).statusCode).toBe(200);
  });

  it('without the right, narrower than the export, or revoked cannot download it', async () => {
    const owner = await deskOf(places.county);
    const { id } = await run(owner, { type: 'Household' });
    const withRight = await token(owner, places.county, enough);
    expect((await download(withRight, id)).statusCode).toBe(200);
    const noExport = await token(
      owner,
      places.county,
      enough.filter((right) => right !== 'export.run'),
    );
    expect((await download(noExport, id)).statusCode).toBe(404);
    expect(codeOf(await start(noExport, { type: 'Household' }))).toBe('FORBIDDEN');
    const noPairings = await token(
      owner,
      places.county,
      enough.filter((right) => right !== 'pairing.read'),
    );
    expect((await download(noPairings, id)).statusCode).toBe(404);
    expect((await download(await token(owner, places.township, enough), id)).statusCode).toBe(404);
    await test.owner.db.execute(sql`update api_token set revoked_at = now() where id = ${withRight.id}`);
    expect((await download(withRight, id)).statusCode).toBe(401);
  });

  it('revoked before the export runs fail it', async () => {
    const owner = await deskOf(places.county);
    const program = await token(owner, places.county, enough);
    const id = await startAccepted(program, { type: 'Household' });
    await test.owner.db.execute(sql`update api_token set revoked_at = now() where id = ${program.id}`);
    await test.app.jobs.drain();
    expect(await read(owner, id)).toMatchObject({ status: 'FAILED', failure: 'FORBIDDEN' });
  });

  it('leave out fields they may not read by default, and are refused them by name', async () => {
    const owner = await deskOf(places.county);
    const program = await token(owner, places.county, ['export.run', 'household.read']);
    const job = await run(program, { type: 'Household' });
    expect(job).toMatchObject({ status: 'DONE' });
    expect(job.fields).toContain('village.path');
    expect(job.fields.join(' ')).not.toContain('currentPairing');
    const selection = { type: 'Household', fields: ['headName', 'currentPairing.cadre.name'] };
    expect(codeOf(await start(program, selection))).toBe('FORBIDDEN');
  });
});

it('lists the exports of a division to those who may export as much, but serves files only to their owners', async () => {
  const [one, other] = [await deskOf(places.otherCounty), await deskOf(places.otherCounty)];
  const { id } = await run(one, { type: 'Household' });
  const list = async (who: Person, filter: object) => {
    const answer = await test.send<{ exportJobs: { nodes: { id: string; isMine: boolean }[] } }>(
      exportDocuments.list,
      { filter },
      who.session,
    );
    return answer.data?.exportJobs.nodes.filter((node) => node.id === id).map((node) => node.isMine);
  };
  expect(await list(one, { mine: true })).toEqual([true]);
  expect(await list(other, {})).toEqual([false]);
  expect(await list(other, { mine: true })).toEqual([]);
  expect(await list(await deskOf(places.county), {})).toEqual([]);
});
