import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { pairing } from '#schema/pairing/pairing.table.ts';
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

interface Results {
  transferPairings: {
    transferred: number;
    warnings: { code: string }[];
    results: {
      pairingId: string;
      ok: boolean;
      error: { code: string; zh: string; en: string } | null;
      pairing: (AnsweredPairing & { former: AnsweredPairing & { handOverNote: string } }) | null;
    }[];
  };
}

const transfer = (input: object, session = desk.session) =>
  test.send<Results>(
    `mutation ($input: TransferPairingsInput!) { transferPairings(input: $input) { transferred warnings { code }
      results { pairingId ok error { code zh en } pairing { id startedOn endedOn former { id startedOn endedOn handOverNote } } } } }`,
    { input: { effectiveOn: '2026-08-15', reason: '岗位调整', ...input } },
    session,
  );

it('transfers the valid pairings and reports the others, keeping the history', async () => {
  const [good, ended, late] = [
    await makeHousehold(test),
    await makeHousehold(test),
    await makeHousehold(test),
  ];
  const sound = await makePairing(test, { household: good, cadre });
  const over = await makePairing(test, { household: ended, cadre, endedOn: '2026-06-30' });
  const begunLater = await makePairing(test, { household: late, cadre, startedOn: '2026-08-15' });
  const unknown = `Pairing:${places.county}:01900000-0000-7000-8000-000000000000`;
  const pairingIds = [over.globalId, sound.globalId, begunLater.globalId, unknown];
  const answer = await transfer({ pairingIds, toCadre: successor.globalId, handOverNote: '户主怕冷' });
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.transferPairings).toMatchObject({
    transferred: 1,
    results: [
      {
        pairingId: over.globalId,
        ok: false,
        error: { code: 'PAIRING_ENDED', zh: '该结对已结束' },
        pairing: null,
      },
      {
        ok: true,
        error: null,
        pairing: {
          startedOn: '2026-08-15',
          endedOn: null,
          former: {
            id: sound.globalId,
            startedOn: '2026-01-01',
            endedOn: '2026-08-14',
            handOverNote: '户主怕冷',
          },
        },
      },
      { ok: false, error: { code: 'DATE_BEFORE_PAIRING' } },
      { ok: false, error: { code: 'NOT_FOUND' } },
    ],
  });
});

it('refuses a transfer above the load limit of the county', async () => {
  await setLoadLimit(test, 1, 'REFUSE');
  const made = [];
  for (const household of [await makeHousehold(test), await makeHousehold(test)]) {
    made.push(await makePairing(test, { household, cadre }));
  }
  const pairingIds = made.map(({ globalId }) => globalId);
  const answer = await transfer({ pairingIds, toCadre: successor.globalId });
  expect(answer.data?.transferPairings.results).toMatchObject([
    { ok: true },
    { ok: false, error: { code: 'LOAD_LIMIT_EXCEEDED' } },
  ]);
});

it('refuses more than 250 pairings, none, duplicates and a future day', async () => {
  const home = await makeHousehold(test);
  const { globalId } = await makePairing(test, { household: home, cadre });
  const fault = async (input: object) =>
    (await transfer({ toCadre: successor.globalId, pairingIds: [globalId], ...input })).errors?.[0]
      ?.extensions.fields;
  expect(await fault({ pairingIds: Array(251).fill(globalId) })).toMatchObject({
    'input.pairingIds': { code: 'TOO_MANY' },
  });
  expect(await fault({ pairingIds: [] })).toMatchObject({ 'input.pairingIds': { code: 'TOO_FEW' } });
  expect(await fault({ pairingIds: [globalId, globalId] })).toMatchObject({
    'input.pairingIds.1': { code: 'DUPLICATE_VALUE' },
  });
  expect(await fault({ effectiveOn: '2026-11-11' })).toMatchObject({
    'input.effectiveOn': { code: 'DATE_IN_FUTURE' },
  });
});

it('transfers nothing for the desk of another county or township', async () => {
  const home = await makeHousehold(test);
  const { id, globalId } = await makePairing(test, { household: home, cadre });
  const input = { pairingIds: [globalId], toCadre: successor.globalId };
  const foreigner = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
  expect((await transfer(input, foreigner.session)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const neighbour = await signedIn(test, 'TOWNSHIP_REVIEWER', places.otherTownship);
  expect((await transfer(input, neighbour.session)).data?.transferPairings.results).toMatchObject([
    { ok: false, error: { code: 'NOT_FOUND' } },
  ]);
  const [row] = await test.owner.db.select().from(pairing).where(eq(pairing.id, id));
  expect(row?.endedOn).toBeNull();
});

const leave = (input: object) =>
  test.send(
    'mutation ($input: CadreLeavesInput!) { cadreLeaves(input: $input) { cadre { status leftOn load } pairings { startedOn cadre { id } } } }',
    { input: { cadreId: cadre.globalId, leftOn: '2026-10-31', reason: '调离', ...input } },
    desk.session,
  );

it("ends a cadre's post and transfers all households in one step", async () => {
  const third = await makeCadre(test);
  const first = await makePairing(test, { household: await makeHousehold(test), cadre });
  await makePairing(test, { household: await makeHousehold(test), cadre });
  const assignments = [{ pairingId: first.globalId, toCadre: third.globalId }];
  const answer = await leave({ toCadre: successor.globalId, assignments });
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.cadreLeaves).toMatchObject({
    cadre: { status: 'LEFT', leftOn: '2026-10-31', load: 0 },
    pairings: [
      { startedOn: '2026-11-01', cadre: { id: third.globalId } },
      { startedOn: '2026-11-01', cadre: { id: successor.globalId } },
    ],
  });
});

it('refuses and writes nothing if one household would be left behind', async () => {
  const first = await makePairing(test, { household: await makeHousehold(test), cadre });
  const second = await makePairing(test, { household: await makeHousehold(test), cadre });
  const answer = await leave({ assignments: [{ pairingId: first.globalId, toCadre: successor.globalId }] });
  expect(answer.errors?.[0]?.extensions.code).toBe('CADRE_HAS_PAIRINGS');
  const rows = await test.owner.db.select().from(pairing).where(eq(pairing.cadreId, cadre.id));
  expect(rows.map(({ endedOn }) => endedOn)).toEqual([null, null]);
  expect(second.id).not.toBe(first.id);
});

it('transfers a pairing once when many desks do so at the same time', async () => {
  const home = await makeHousehold(test);
  const { globalId } = await makePairing(test, { household: home, cadre });
  const cadres = await Promise.all(Array.from({ length: 10 }, () => makeCadre(test)));
  const answers = await Promise.all(
    cadres.map(({ globalId: toCadre }) => transfer({ pairingIds: [globalId], toCadre })),
  );
  const results = answers.flatMap(({ data }) => data?.transferPairings.results ?? []);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter(({ error }) => error?.code === 'PAIRING_ENDED')).toHaveLength(9);
  const rows = await test.owner.db.select().from(pairing).where(eq(pairing.householdId, home.id));
  expect(rows).toHaveLength(2);
});
