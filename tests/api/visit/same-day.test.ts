import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { visit } from '#schema/visit/visit.table.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { type MadeCadre, makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { makeVisit } from '#tests/factories/register/visits.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);
let helper: Person;
let own: MadeCadre;
let home: MadeHousehold;
let paired: { id: string };

beforeEach(async () => {
  helper = await signedIn(test, 'HELPER', places.county);
  own = await makeCadre(test, { userId: helper.userId });
  home = await makeHousehold(test);
  paired = await makePairing(test, { household: home, cadre: own, startedOn: '2026-07-01' });
});

interface Logged {
  logVisit: { visit: { id: string; version: number } };
}
const log = (input: object = {}, session = helper.session) =>
  test.send<Logged>(
    'mutation ($input: LogVisitInput!) { logVisit(input: $input) { visit { id version } } }',
    {
      input: {
        householdId: home.globalId,
        visitedOn: '2026-11-09',
        mode: 'IN_PERSON',
        findings: '一切正常',
        ...input,
      },
    },
    session,
  );
const correct = (input: object) =>
  test.send(
    'mutation ($input: CorrectVisitInput!) { correctVisit(input: $input) { visit { visitedOn findings } } }',
    { input: { reason: '笔误', ...input } },
    desk.session,
  );
const withdraw = (id: string | undefined) =>
  test.send(
    'mutation ($input: WithdrawVisitInput!) { withdrawVisit(input: $input) { visit { status } } }',
    { input: { id, reason: '重复' } },
    desk.session,
  );
const refusal = (answer: { errors?: { extensions: Record<string, unknown> }[] }) =>
  answer.errors?.[0]?.extensions;
const idOf = (answer: Awaited<ReturnType<typeof log>>) => answer.data?.logVisit.visit.id;
const visits = () => test.owner.db.select().from(visit).where(eq(visit.householdId, home.id));

it('asks about a second visit by the same cadre on the same day, however it is logged, and accepts it once confirmed', async () => {
  const first = await log();
  const again = [await log({ mode: 'PHONE', findings: '又去了一次' }), await log({ id: newId() })];
  const byDesk = await log({ cadreId: own.globalId }, desk.session);
  for (const answer of [...again, byDesk]) {
    expect(refusal(answer)).toMatchObject({
      code: 'VISIT_SAME_DAY',
      earlierVisitId: idOf(first),
      fields: { 'input.allowSameDay': { code: 'VISIT_SAME_DAY' } },
    });
  }
  expect(refusal(await log({ allowSameDay: false }))?.code).toBe('VISIT_SAME_DAY');
  expect(await visits()).toHaveLength(1);
  expect((await log({ allowSameDay: true, findings: '下午又去' })).errors).toBeUndefined();
  expect(await visits()).toHaveLength(2);
});

it('does not ask about another day, cadre or household, or after a withdrawn visit', async () => {
  const first = await log();
  expect((await log({ visitedOn: '2026-11-08' })).errors).toBeUndefined();
  const village = await signedIn(test, 'VILLAGE_CADRE', places.village);
  await makeCadre(test, { userId: village.userId });
  expect((await log({}, village.session)).errors).toBeUndefined();
  const other = await makeHousehold(test);
  await makePairing(test, { household: other, cadre: own, startedOn: '2026-07-01' });
  expect((await log({ householdId: other.globalId })).errors).toBeUndefined();
  await withdraw(idOf(first));
  expect((await log({ findings: '重新登记' })).errors).toBeUndefined();
});

it('returns the first answer to a repetition, confirmed or not', async () => {
  const input = { id: newId(), clientMutationId: 'phone-1' };
  const first = await log(input);
  expect((await log(input)).data).toEqual(first.data);
  expect((await log({ id: input.id })).data).toEqual(first.data);
  expect((await log({ clientMutationId: 'desk-1' })).errors?.[0]?.extensions.code).toBe('VISIT_SAME_DAY');
  const second = { clientMutationId: 'desk-2', allowSameDay: true };
  const made = await log(second);
  expect((await log(second)).data).toEqual(made.data);
  expect(await visits()).toHaveLength(2);
});

it('accepts one of many visits sent at once under different ids', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => log({ id: newId() })));
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(answers.filter((answer) => refusal(answer)?.code === 'VISIT_SAME_DAY')).toHaveLength(11);
  expect(await visits()).toHaveLength(1);
});

it('also asks before a correction moves a visit to a day with another one', async () => {
  const first = await log({ visitedOn: '2026-11-08' });
  const second = await log();
  const input = { id: idOf(second), expectedVersion: 1, visitedOn: '2026-11-08' };
  expect(refusal(await correct(input))).toMatchObject({
    code: 'VISIT_SAME_DAY',
    earlierVisitId: idOf(first),
  });
  expect((await correct({ ...input, visitedOn: '2026-11-09', findings: '改字' })).errors).toBeUndefined();
  expect((await correct({ ...input, expectedVersion: 2, allowSameDay: true })).errors).toBeUndefined();
});

it('refuses a visit without content, whichever fields are empty', async () => {
  const empty = [
    { findings: null },
    { findings: '' },
    { findings: ' \n　' },
    { findings: ' \u200b ', request: '\u202e\u3164' },
    { findings: '........', request: '\ue000\u0301'.repeat(8) },
    { findings: null, checklist: [], problems: [], request: '  ' },
    { findings: null, met: '户主', incomeNote: '打工', nextVisitOn: '2026-12-01' },
  ];
  for (const input of empty) {
    expect(refusal(await log(input)), JSON.stringify(input)).toMatchObject({
      code: 'VISIT_EMPTY',
      fields: { 'input.findings': { code: 'VISIT_EMPTY' } },
    });
  }
  expect(await visits()).toHaveLength(0);
});

it('accepts a visit with an answered item, a request or a problem instead of findings', async () => {
  const contents = [
    { checklist: [{ item: 'WATER', answer: 'OK' }] },
    { request: '想找公益岗' },
    { problems: [{ kind: 'WATER', description: '三天没水' }] },
  ];
  for (const [at, input] of contents.entries()) {
    const answer = await log({ findings: null, visitedOn: `2026-10-0${at + 1}`, ...input });
    expect(answer.errors, JSON.stringify(input)).toBeUndefined();
  }
});

it('refuses a correction that empties a visit, except where an imported paper register was empty', async () => {
  const id = idOf(await log({ checklist: [{ item: 'FOOD', answer: 'OK' }] }));
  const input = { id, expectedVersion: 1 };
  expect(refusal(await correct({ ...input, findings: null, checklist: [] }))?.code).toBe('VISIT_EMPTY');
  expect((await correct({ ...input, findings: null })).errors).toBeUndefined();
  const paper = await makeVisit(test, {
    household: home,
    pairing: paired,
    cadre: own,
    visitedOn: '2026-08-03',
  });
  expect((await correct({ id: paper.globalId, expectedVersion: 1, mode: 'PHONE' })).errors).toBeUndefined();
  const found = idOf(
    await log({
      findings: null,
      visitedOn: '2026-10-09',
      request: '修房',
      problems: [{ kind: 'WATER', description: '没水' }],
    }),
  );
  expect((await correct({ id: found, expectedVersion: 1, request: null })).errors).toBeUndefined();
});
