import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { importDocuments, importSteps, newPhone, rosterHeadings } from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { registerActs } from '#tests/factories/register/register-acts.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const { bring } = importSteps(test, countyCode);
const { rows, act, ofHousehold, personOf } = registerActs(test, countyCode);
let desk: Person;

beforeAll(async () => {
  await loadCounties(test, countyCode);
  desk = await signedIn(test, 'COUNTY_DESK', countyCode);
  test.clock.set('2026-11-10T04:00:00Z');
});

interface Line {
  readonly id: string;
  readonly phone: string;
  readonly village?: string;
  readonly helper?: string;
  readonly startedOn?: string;
  readonly endedOn?: string;
}
const list = ({
  id,
  phone,
  village = '南关村',
  helper = '乙测试',
  startedOn = '2024-03-01',
  endedOn = '',
}: Line) =>
  workbook(
    '花名册.xlsx',
    [...rosterHeadings, '解除时间'],
    [
      [
        '魏城镇',
        village,
        '甲测试',
        id,
        '脱贫户',
        helper,
        phone,
        `魏县第${phone.slice(-4)}局`,
        startedOn,
        endedOn,
      ],
    ],
  );
const rollBack = (batchId: string) =>
  test.send(importDocuments.rollBack, { input: { batchId } }, desk.session);

/** A household whose pairing the second of two lists ended; returns the id of that list. */
async function ended() {
  const line = { id: residentId(), phone: newPhone() };
  await bring(desk, await list(line));
  const { id } = await bring(desk, await list({ ...line, endedOn: '2026-06-30' }));
  const { householdId } = await personOf(line.id);
  const cadreOf = async () => {
    const [found] = await rows(
      // The only pairing of the household.
      sql`select cadre_id, ended_on from pairing where household_id = ${householdId.split(':')[2]}`,
    );
    return { cadreId: `Cadre:${countyCode}:${found?.cadre_id}`, endedOn: found?.ended_on };
  };
  return { ...line, batchId: id, householdId, cadreOf };
}

it('resumes a pairing that a list had ended', async () => {
  const { batchId, cadreOf } = await ended();
  expect((await rollBack(batchId)).errors).toBeUndefined();
  expect((await cadreOf()).endedOn).toBeNull();
});

it.each<[string, (of: Awaited<ReturnType<typeof ended>>) => Promise<void>]>([
  [
    'the helper has left since',
    async ({ cadreOf }) => {
      const { cadreId } = await cadreOf();
      await act(desk, 'cadreLeaves', { cadreId, leftOn: '2026-11-01', reason: '调离' });
    },
  ],
  [
    'the household is closed since',
    ({ id }) =>
      ofHousehold(desk, id, 'closeHousehold', {
        status: 'MOVED',
        closedOn: '2026-11-05',
        reason: '整户迁往邻县',
      }),
  ],
  [
    'somebody else helps since',
    async ({ householdId }) => {
      const other = await ended();
      const { cadreId } = await other.cadreOf();
      await act(desk, 'assignHelper', { householdId, cadreId, startedOn: '2026-08-01' });
    },
  ],
])('does not resume a pairing where %s', async (_what, since) => {
  const of = await ended();
  await since(of);
  const refused = await rollBack(of.batchId);
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: 'BUILT_UPON',
    builtUpon: 1,
    fields: { 'input.batchId': { code: 'BUILT_UPON' } },
  });
  expect((await of.cadreOf()).endedOn).toBe('2026-06-30');
});

it('rolls lists back one after the other, the last one first', async () => {
  const line = { id: residentId(), phone: newPhone() };
  await bring(desk, await list(line));
  const first = await bring(desk, await list({ ...line, village: '西关村' }));
  const second = await bring(desk, await list({ ...line, village: '东关村' }));
  const tooSoon = await rollBack(first.id);
  expect(tooSoon.errors?.[0]?.extensions).toMatchObject({ code: 'BUILT_UPON', builtUpon: 1 });
  expect((await rollBack(second.id)).errors).toBeUndefined();
  expect((await rollBack(first.id)).errors).toBeUndefined();
  const { householdId } = await personOf(line.id);
  const [found] = await rows(sql`select name from household join division on code = village_code
    where household.id = ${householdId.split(':')[2]}`);
  expect(found?.name).toMatch(/^南关/);
});

it('rolls back a list whose pairing was transferred and transferred back since', async () => {
  const line = { id: residentId(), phone: newPhone() };
  const { id } = await bring(desk, await list(line));
  const { householdId } = await personOf(line.id);
  const running = async () => {
    const [found] = await rows(sql`select id from pairing
      where household_id = ${householdId.split(':')[2]} and ended_on is null`);
    return `Pairing:${countyCode}:${found?.id}`;
  };
  const { cadreId } = await (await ended()).cadreOf();
  const handOver = { toCadre: cadreId, effectiveOn: '2026-11-01', reason: '岗位调整' };
  await act(desk, 'transferPairings', { pairingIds: [await running()], ...handOver });
  expect((await rollBack(id)).errors?.[0]?.extensions.code).toBe('BUILT_UPON');
  await act(desk, 'undoTransfer', { pairingIds: [await running()] });
  expect((await rollBack(id)).errors).toBeUndefined();
});

it.each<[string, (ofHousehold: { id: string; householdId: string }) => Promise<void>]>([
  [
    'a visit',
    ({ householdId }) =>
      act(desk, 'logVisit', { householdId, visitedOn: '2026-11-09', mode: 'IN_PERSON', findings: '正常' }),
  ],
  [
    'a child',
    ({ householdId }) =>
      act(desk, 'addMember', {
        householdId,
        ...{ name: '丙测试', relation: 'SON', documentKind: 'NONE_YET', birthOn: '2026-10-01' },
      }),
  ],
  [
    'a risk',
    ({ householdId }) => act(desk, 'addRisk', { householdId, kind: 'HOUSING', identifiedOn: '2026-11-09' }),
  ],
])('rolls back no household with %s added after a list moved it', async (_what, add) => {
  const line = { id: residentId(), phone: newPhone() };
  await bring(desk, await list(line));
  const { id } = await bring(desk, await list({ ...line, village: '西关村' }));
  await add({ ...line, ...(await personOf(line.id)) });
  const refused = await rollBack(id);
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'BUILT_UPON', builtUpon: 1 });
});

it('rolls back a list whose own transfer was undone by hand, and leaves later changes', async () => {
  const line = { id: residentId(), phone: newPhone() };
  await bring(desk, await list(line));
  const { householdId } = await personOf(line.id);
  const pairings = () =>
    rows(sql`select pairing.id, cadre.phone_masked as phone, started_on, ended_on from pairing
      join cadre on cadre.id = cadre_id and cadre.county_code = pairing.county_code
      where household_id = ${householdId.split(':')[2]} order by started_on`);
  const before = await pairings();
  const next = { ...line, phone: newPhone(), startedOn: '2026-11-01', helper: '丙测试' };
  const { id } = await bring(desk, await list(next));
  const made = (await pairings()).find(({ ended_on }) => ended_on === null);
  expect(made?.id).not.toBe(before[0]?.id);
  await act(desk, 'undoTransfer', { pairingIds: [`Pairing:${countyCode}:${made?.id}`] });
  expect(await pairings()).toEqual(before);
  const pairingId = `Pairing:${countyCode}:${before[0]?.id}`;
  await act(desk, 'endPairing', { pairingId, endedOn: '2026-11-05', reason: 'ENDED' });
  const ended = await pairings();
  expect((await rollBack(id)).errors).toBeUndefined();
  expect(await pairings()).toEqual(ended);
});

it('rolls a household back together with the records it had before a list moved it', async () => {
  const line = { id: residentId(), phone: newPhone() };
  await bring(desk, await list(line));
  const { householdId } = await personOf(line.id);
  await act(desk, 'logVisit', {
    ...{ householdId, visitedOn: '2026-11-09', mode: 'IN_PERSON', findings: '正常' },
  });
  const { id } = await bring(desk, await list({ ...line, village: '西关村' }));
  expect((await rollBack(id)).errors).toBeUndefined();
});

it('moves no household back to a village that was abolished since', async () => {
  const line = { id: residentId(), phone: newPhone() };
  await bring(desk, await list(line));
  const { id } = await bring(desk, await list({ ...line, village: '东关村' }));
  await test.owner.db.execute(
    sql`update division set abolished_on = '2026-11-01' where name like '南关%' and code like ${`${countyCode}%`}`,
  );
  const refused = await rollBack(id);
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'BUILT_UPON', builtUpon: 1 });
});
