import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { periodsWithin } from '#platform/core/period.ts';
import { householdRisk } from '#schema/household/household.table.ts';
import { dutyExcuse } from '#schema/visit/visit.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { type MadeCadre, makeCadre } from '#tests/factories/register/cadres.ts';
import { setRule } from '#tests/factories/register/duties.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { type MadePairing, makePairing } from '#tests/factories/register/pairings.ts';
import { makeVisit } from '#tests/factories/register/visits.ts';
import { testApp } from '#tests/setup/app.ts';
import { type Life, lives, owed, type PairingPeriod, type Rule } from './duty-histories.ts';

const test = testApp();
let desk: Person;
let cadres: MadeCadre[];
const households: { globalId: string; life: Life }[] = [];
const villages = [places.village, places.sisterVillage, places.otherVillage];
const statuses = ['UPCOMING', 'DUE', 'DONE', 'LATE_DONE', 'MISSED', 'EXCUSED'] as const;

const quarterly: Rule = {
  frequency: 'QUARTER',
  riskFrequency: null,
  modes: ['IN_PERSON', 'PHONE', 'VIDEO'],
  minDays: 15,
  deadlineDays: 0,
};
const rules: Record<string, Rule> = {
  RELIEVED: quarterly,
  UNSTABLE: { ...quarterly, riskFrequency: 'MONTH', modes: ['IN_PERSON'], deadlineDays: 10 },
  MARGINAL: { ...quarterly, frequency: 'MONTH', riskFrequency: 'QUARTER', minDays: 5 },
  SUDDEN: { ...quarterly, riskFrequency: 'MONTH' },
};

/** Inserts a generated history, as it would be stored on any later day. */
async function live(life: Life): Promise<void> {
  const villageCode = villages[life.village] ?? places.village;
  const home = await makeHousehold(test, { villageCode, category: life.category });
  households.push({ globalId: home.globalId, life });
  const pairings = new Map<PairingPeriod, { pairing: MadePairing; cadre: { id: string } }>();
  for (const period of life.pairings) {
    const cadre = cadres[period.cadre] ?? { id: '' };
    const more = { villageCode, startedOn: period.startedOn, endedOn: period.endedOn ?? undefined };
    pairings.set(period, { cadre, pairing: await makePairing(test, { household: home, cadre, ...more }) });
  }
  for (const visit of life.visits) {
    const credit = pairings.get(visit.pairing);
    if (!credit) continue;
    const { id } = await makeVisit(test, { household: home, villageCode, ...visit, ...credit });
    if (visit.isWithdrawn) {
      await test.owner.db.execute(
        `update visit set status = 'WITHDRAWN', withdrawn_at = '2026-11-01' where id = '${id}'`,
      );
    }
    if (visit.brings) await raise(home.globalId);
  }
  const place = { countyCode: home.countyCode, householdId: home.id, villageCode, id: newId() };
  if (life.riskOn) {
    const risk = { kind: 'ILLNESS', identifiedOn: life.riskOn };
    await test.owner.db.insert(householdRisk).values({ ...place, ...risk });
  }
  if (life.excused) {
    const excuse = { period: life.excused, reason: 'LEAVE', excusedAt: '2026-08-01T00:00:00Z' };
    await test.owner.db.insert(dutyExcuse).values({ ...place, ...excuse });
  }
  if (life.closedOn) {
    await test.owner.db.execute(
      `update household set status = 'CLOSED', closed_on = '${life.closedOn}' where id = '${home.id}'`,
    );
  }
}

const raise = (householdId: string) =>
  test.send(
    'mutation ($input: RaiseProblemInput!) { raiseProblem(input: $input) { problem { id } } }',
    { input: { householdId, kind: 'WATER', description: '停水' } },
    desk.session,
  );

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  cadres = await Promise.all([1, 2, 3, 4].map(() => makeCadre(test)));
  for (const [category, { modes, ...rule }] of Object.entries(rules))
    await setRule(test, category, { ...rule, modes: [...modes] });
  for (const life of fc.sample(lives, { numRuns: 80, seed: 20_260_920 })) await live(life);
});

interface Counts {
  [name: string]: number | null;
}
type Row = Counts & { filter: { divisionCode: string | null; cadre: string | null } };
const counts =
  'households duties done lateDone due overdue missed excused upcoming problemsOpen missingHelper';

/** Lengths of many lists in one request. */
async function lengths(
  queries: Record<string, [field: string, type: string, filter: object]>,
): Promise<Record<string, number>> {
  const names = Object.entries(queries);
  const answer = await test.send<Record<string, { totalCount: number }>>(
    `query (${names.map(([name, [, type]]) => `$${name}: ${type}`)}) {
      ${names.map(([name, [field]]) => `${name}: ${field}(filter: $${name}) { totalCount }`).join(' ')} }`,
    Object.fromEntries(names.map(([name, [, , filter]]) => [name, filter])),
    desk.session,
  );
  expect(answer.errors).toBeUndefined();
  return Object.fromEntries(names.map(([name]) => [name, answer.data?.[name]?.totalCount ?? -1]));
}

/** Compares each number of a row with the list in its description. */
async function expectAgreement(
  period: string,
  row: Counts,
  { divisionCode, cadre }: { divisionCode?: string | null; cadre?: string | null },
) {
  const duties = (more: object = {}): [string, string, object] => [
    'visitDuties',
    'VisitDutyFilter',
    { period, divisionCode, cadre, ...more },
  ];
  const households = (more: object): [string, string, object] => [
    'households',
    'HouseholdFilter',
    { divisionCode, helper: cadre, ...more },
  ];
  const found = await lengths({
    duties: duties(),
    done: duties({ status: ['DONE', 'LATE_DONE'] }),
    lateDone: duties({ status: ['LATE_DONE'] }),
    due: duties({ status: ['DUE'] }),
    overdue: duties({ overdue: true }),
    missed: duties({ status: ['MISSED'] }),
    excused: duties({ status: ['EXCUSED'] }),
    upcoming: duties({ status: ['UPCOMING'] }),
    households: households({ status: ['ACTIVE'] }),
    missingHelper: households({ missingHelper: true }),
    problemsOpen: ['problems', 'ProblemFilter', { divisionCode, cadre, status: ['OPEN', 'IN_HAND'] }],
  });
  const onBoard = Object.fromEntries(counts.split(' ').map((name) => [name, row[name]]));
  expect(found, JSON.stringify({ period, divisionCode, cadre })).toEqual(onBoard);
}

const parts = ['done', 'due', 'missed', 'excused', 'upcoming'];

/** Each duty is counted once: parts add up to the whole, and no part exceeds it. */
function expectAddsUp(row: Counts): void {
  const of = (name: string) => row[name] ?? 0;
  const text = JSON.stringify(row);
  expect(
    parts.reduce((sum, part) => sum + of(part), 0),
    text,
  ).toBe(of('duties'));
  expect(of('lateDone'), text).toBeLessThanOrEqual(of('done'));
  expect(of('overdue'), text).toBeLessThanOrEqual(of('due'));
}

const days = ['2026-06-30', '2026-08-10', '2026-09-25', '2026-10-05'];

it.each(days.slice(1, 3))('on %s each cell of the board is the length of its list', async (day) => {
  test.clock.set(`${day}T04:00:00Z`);
  for (const period of ['2026-Q3', '2026-08']) {
    const answer = await test.send<{
      quarterBoard: { totals: Counts; townships: Row[]; villages: Row[]; cadres: Row[] };
    }>(
      `query ($period: Period!) { quarterBoard(period: $period) { totals { ${counts} }
        townships: rows(by: TOWNSHIP) { ${counts} filter { divisionCode cadre } }
        villages: rows(by: VILLAGE) { ${counts} filter { divisionCode cadre } }
        cadres: rows(by: CADRE) { ${counts} filter { divisionCode cadre } } } }`,
      { period },
      desk.session,
    );
    const board = answer.data?.quarterBoard;
    expect(board?.totals.duties).toBeGreaterThan(0);
    await expectAgreement(period, board?.totals ?? {}, {});
    expectAddsUp(board?.totals ?? {});
    for (const row of [...(board?.townships ?? []), ...(board?.villages ?? []), ...(board?.cadres ?? [])]) {
      await expectAgreement(period, row, row.filter);
      expectAddsUp(row);
    }
    for (const rows of [board?.townships, board?.villages, board?.cadres]) {
      for (const name of ['duties', 'lateDone', 'overdue', ...parts])
        expect(
          rows?.reduce((sum, row) => sum + (row[name] ?? 0), 0),
          name,
        ).toBe(board?.totals[name]);
    }
  }
});

interface Seen {
  id: string;
  duties: { nodes: { period: string; status: string; isOverdue: boolean; cadre: { id: string } }[] };
}
/** The duties of every household, as their pages show them. */
async function pages(period: string): Promise<Map<string, Seen['duties']['nodes']>> {
  const answer = await test.send<{ households: { nodes: Seen[] } }>(
    `query ($period: Period!) { households(first: 100) { nodes { id
      duties(filter: { period: $period }, first: 10) { nodes { period status isOverdue cadre { id } } } } } }`,
    { period },
    desk.session,
  );
  return new Map(answer.data?.households.nodes.map(({ id, duties }) => [id, duties.nodes]));
}
const byPeriod = (a: { period: string }, b: { period: string }) => (a.period < b.period ? -1 : 1);

it.each(days)('on %s every household owes what the rules, implemented independently, say', async (day) => {
  test.clock.set(`${day}T04:00:00Z`);
  for (const period of ['2026-Q2', '2026-Q3', '2026-Q4']) {
    const seen = await pages(period);
    for (const { globalId, life } of households) {
      const expected = periodsWithin(period).flatMap(
        ({ code }) => owed(life, rules[life.category], code, day) ?? [],
      );
      const found = (seen.get(globalId) ?? []).map((duty) => ({
        ...duty,
        cadre: cadres.findIndex((cadre) => cadre.globalId === duty.cadre.id),
      }));
      expect(found.sort(byPeriod), JSON.stringify(life)).toEqual(expected.sort(byPeriod));
    }
  }
});

it.each(days.slice(2))('on %s households, lists and the cards of cadres agree', async (day) => {
  test.clock.set(`${day}T04:00:00Z`);
  const period = '2026-Q3';
  const seen = Object.fromEntries(statuses.map((status) => [status, 0]));
  for (const { status } of [...(await pages(period)).values()].flat()) seen[status] = (seen[status] ?? 0) + 1;
  const byStatus = statuses.map((status) => [
    status,
    ['visitDuties', 'VisitDutyFilter', { period, status: [status] }] as [string, string, object],
  ]);
  expect(await lengths(Object.fromEntries(byStatus))).toEqual(seen);
  for (const { globalId } of cadres) {
    const answer = await test.send<{ cadre: { dutyCard: Counts; duties: { totalCount: number } } }>(
      `query ($id: ID!, $period: Period!) { cadre(id: $id) { dutyCard(period: $period) { ${counts} }
        duties(filter: { period: $period }) { totalCount } } }`,
      { id: globalId, period },
      desk.session,
    );
    await expectAgreement(period, answer.data?.cadre.dutyCard ?? {}, { cadre: globalId });
    expect(answer.data?.cadre.duties.totalCount).toBe(answer.data?.cadre.dutyCard.duties);
  }
});
