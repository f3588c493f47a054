import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { household } from '#schema/household/household.table.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { cadreOfEachTest, makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { type AnsweredPairing, makePairing, setLoadLimit } from '#tests/factories/register/pairings.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);
const cadre = cadreOfEachTest(test);
const successor = cadreOfEachTest(test);
beforeEach(() => setLoadLimit(test, 15, 'WARN'));

const assign = (input: object, session = desk.session) =>
  test.send<{ assignHelper: { pairing: AnsweredPairing; warnings: { code: string }[] } }>(
    `mutation ($input: AssignHelperInput!) { assignHelper(input: $input) {
      pairing { id role startedOn endedOn cadre { id load } } household { id currentPairing { id } } warnings { code zh en } } }`,
    { input },
    session,
  );
it('pairs a household, shows the helper on its page and counts the load', async () => {
  const home = await makeHousehold(test);
  const answer = await assign({ householdId: home.globalId, cadreId: cadre.globalId });
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.assignHelper).toMatchObject({
    pairing: { role: 'MAIN', startedOn: '2026-11-10', endedOn: null, cadre: { id: cadre.globalId, load: 1 } },
    household: { id: home.globalId, currentPairing: { id: answer.data?.assignHelper.pairing.id } },
    warnings: [],
  });
});

it('refuses a second main helper and accepts an assistant', async () => {
  const home = await makeHousehold(test);
  await makePairing(test, { household: home, cadre });
  const input = { householdId: home.globalId, cadreId: successor.globalId };
  const second = await assign(input);
  expect(second.errors?.[0]?.extensions.code).toBe('MAIN_HELPER_EXISTS');
  const assistant = await assign({ ...input, role: 'ASSISTANT' });
  expect(assistant.errors).toBeUndefined();
});

it('accepts one of twenty simultaneous assignments', async () => {
  const home = await makeHousehold(test);
  const cadres = await Promise.all(Array.from({ length: 20 }, () => makeCadre(test)));
  const answers = await Promise.all(
    cadres.map(({ globalId: cadreId }) => assign({ householdId: home.globalId, cadreId })),
  );
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(new Set(answers.flatMap(({ errors }) => errors?.map((e) => e.extensions.code) ?? []))).toEqual(
    new Set(['MAIN_HELPER_EXISTS']),
  );
});

it('refuses a start within the history, in the future, in a closed household or for a cadre who has left', async () => {
  const home = await makeHousehold(test);
  await makePairing(test, { household: home, cadre, endedOn: '2026-06-30' });
  const input = { householdId: home.globalId, cadreId: successor.globalId };
  const code = async (more: object) => (await assign({ ...input, ...more })).errors?.[0]?.extensions;
  expect((await code({ startedOn: '2026-06-30' }))?.code).toBe('OVERLAPPING_PAIRING');
  expect((await code({ startedOn: '2026-11-11' }))?.fields['input.startedOn']?.code).toBe('DATE_IN_FUTURE');
  await test.owner.db.execute(
    `update cadre set status = 'LEFT', left_on = '2026-10-01' where id = '${successor.id}'`,
  );
  expect((await code({}))?.code).toBe('CADRE_LEFT');
  await test.owner.db
    .update(household)
    .set({ status: 'CLOSED', closedOn: '2026-10-01' })
    .where(eq(household.id, home.id));
  expect((await code({ cadreId: cadre.globalId }))?.code).toBe('HOUSEHOLD_CLOSED');
});

it('warns above the load limit, or refuses where the county says so', async () => {
  const homes = await Promise.all([makeHousehold(test), makeHousehold(test), makeHousehold(test)]);
  const give = (at: number) => assign({ householdId: homes[at]?.globalId, cadreId: cadre.globalId });
  await setLoadLimit(test, 1, 'WARN');
  expect((await give(0)).data?.assignHelper.warnings).toEqual([]);
  expect((await give(1)).data?.assignHelper.warnings).toMatchObject([{ code: 'LOAD_LIMIT_EXCEEDED' }]);
  await setLoadLimit(test, 2, 'REFUSE');
  expect((await give(2)).errors?.[0]?.extensions.fields['input.cadreId']?.code).toBe('LOAD_LIMIT_EXCEEDED');
});

it('ends a pairing on its last day and not before its first', async () => {
  const home = await makeHousehold(test);
  const made = await makePairing(test, { household: home, cadre, startedOn: '2026-07-01' });
  const end = (endedOn: string) =>
    test.send(
      'mutation ($input: EndPairingInput!) { endPairing(input: $input) { pairing { endedOn endReason } household { currentPairing { id } } } }',
      { input: { pairingId: made.globalId, endedOn, reason: 'ENDED' } },
      desk.session,
    );
  expect((await end('2026-06-30')).errors?.[0]?.extensions.fields['input.endedOn']?.code).toBe(
    'DATE_BEFORE_PAIRING',
  );
  expect((await end('2026-07-01')).data).toEqual({
    endPairing: {
      pairing: { endedOn: '2026-07-01', endReason: 'ENDED' },
      household: { currentPairing: null },
    },
  });
  expect((await end('2026-07-02')).errors?.[0]?.extensions.code).toBe('PAIRING_ENDED');
});

it('lists the households that must have a helper and have none', async () => {
  const village = places.otherVillage;
  const alone = await makeHousehold(test, { villageCode: village });
  const helped = await makeHousehold(test, { villageCode: village });
  await makeHousehold(test, { villageCode: village, category: 'ORDINARY' });
  await makePairing(test, { household: helped, cadre, villageCode: village });
  const ended = await makeHousehold(test, { villageCode: village });
  await makePairing(test, { household: ended, cadre, villageCode: village, endedOn: '2026-11-09' });
  const list = `query ($missing: Boolean!, $in: String!) {
    households(filter: { missingHelper: $missing, divisionCode: $in }) { totalCount nodes { id memberCount } } }`;
  const ids = async (missing: boolean) => {
    const answer = await test.send<{ households: { totalCount: number; nodes: { id: string }[] } }>(
      list,
      { missing, in: village },
      desk.session,
    );
    expect(answer.data?.households.nodes).toHaveLength(answer.data?.households.totalCount ?? -1);
    return answer.data?.households.nodes.map(({ id }) => id) ?? [];
  };
  expect((await ids(true)).sort()).toEqual([alone.globalId, ended.globalId].sort());
  expect(await ids(false)).toHaveLength(2);
});

it('shows a helper only their own households', async () => {
  const helper = await signedIn(test, 'HELPER', places.county);
  const own = await makeCadre(test, { userId: helper.userId });
  const mine = await makeHousehold(test);
  await makePairing(test, { household: mine, cadre: own });
  await makePairing(test, { household: await makeHousehold(test), cadre });
  const answer = await test.send(
    '{ pairings { totalCount nodes { household { id } cadre { id pairings { totalCount } } } } }',
    {},
    helper.session,
  );
  expect(answer.data).toEqual({
    pairings: {
      totalCount: 1,
      nodes: [{ household: { id: mine.globalId }, cadre: { id: own.globalId, pairings: { totalCount: 1 } } }],
    },
  });
});

it('shows a helper of two counties their own households in both', async () => {
  const helper = await signedIn(test, 'HELPER', places.county.slice(0, 2));
  const homes = [];
  for (const villageCode of [places.village, places.foreignVillage]) {
    const home = await makeHousehold(test, { villageCode });
    const own = await makeCadre(test, { userId: helper.userId, countyCode: home.countyCode });
    await makePairing(test, { household: home, cadre: own, villageCode });
    homes.push(home.globalId);
  }
  const answer = await test.send<{ households: { totalCount: number; nodes: { id: string }[] } }>(
    `{ households { totalCount nodes { id memberCount currentDuty { status } visits { totalCount } } }
      members { totalCount } visits { totalCount } problems { nodes { steps { note } } } visitDuties { totalCount } }`,
    {},
    helper.session,
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toMatchObject({ households: { totalCount: 2 }, visitDuties: { totalCount: 2 } });
  expect(answer.data?.households.nodes.map(({ id }) => id).sort()).toEqual(homes.sort());
});

it('ends when the household leaves the register, and excuses its quarter', async () => {
  const home = await makeHousehold(test);
  const made = await makePairing(test, { household: home, cadre });
  const input = {
    householdId: home.globalId,
    expectedVersion: 1,
    status: 'MOVED',
    closedOn: '2026-11-08',
    reason: '迁出',
  };
  const closed = await test.send(
    `mutation ($input: CloseHouseholdInput!) { closeHousehold(input: $input) { household {
      currentPairing { id } pairings { nodes { id endedOn endReason } } currentDuty { status } } } }`,
    { input },
    desk.session,
  );
  expect(closed.errors).toBeUndefined();
  expect(closed.data?.closeHousehold).toEqual({
    household: {
      currentPairing: null,
      pairings: { nodes: [{ id: made.globalId, endedOn: '2026-11-08', endReason: 'HOUSEHOLD_CLOSED' }] },
      currentDuty: { status: 'EXCUSED' },
    },
  });
});
