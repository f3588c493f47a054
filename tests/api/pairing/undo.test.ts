import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { type MadeCadre, makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { type MadePairing, makePairing } from '#tests/factories/register/pairings.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);
let cadre: MadeCadre;
let successor: MadeCadre;
let home: MadeHousehold;
let former: MadePairing;

beforeEach(async () => {
  test.clock.set('2026-11-10T04:00:00Z');
  [cadre, successor] = [await makeCadre(test), await makeCadre(test)];
  home = await makeHousehold(test);
  former = await makePairing(test, { household: home, cadre });
});

interface Transferred {
  transferPairings: { results: { pairing: { id: string } | null }[] };
}
interface Undone {
  undoTransfer: {
    undone: number;
    warnings: { code: string }[];
    results: { pairingId: string; ok: boolean; error: { code: string } | null; pairing: object | null }[];
  };
}
async function transfer(pairingId: string, toCadre: string, more: object = {}): Promise<string> {
  const answer = await test.send<Transferred>(
    'mutation ($input: TransferPairingsInput!) { transferPairings(input: $input) { results { pairing { id } } } }',
    {
      input: {
        pairingIds: [pairingId],
        toCadre,
        effectiveOn: '2026-08-15',
        reason: '岗位调整',
        handOverNote: '户主怕冷',
        ...more,
      },
    },
    desk.session,
  );
  return answer.data?.transferPairings.results[0]?.pairing?.id ?? '';
}
const undo = (pairingIds: readonly string[], session = desk.session, more: object = {}) =>
  test.send<Undone>(
    `mutation ($input: UndoTransferInput!) { undoTransfer(input: $input) { undone warnings { code }
      results { pairingId ok error { code zh en } pairing { id startedOn endedOn } } } }`,
    { input: { pairingIds, ...more } },
    session,
  );
const codesOf = ({ data }: Awaited<ReturnType<typeof undo>>) =>
  data?.undoTransfer.results.map(({ error }) => error?.code ?? null);
const rows = () => test.owner.db.select().from(pairing).where(eq(pairing.householdId, home.id));
const send = (verb: string, type: string, input: object) =>
  test.send(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { clientMutationId } }`,
    { input },
    desk.session,
  );

it('restores the former pairing, removes the new one, and keeps both in the audit trail', async () => {
  const [before] = await rows();
  const made = await transfer(former.globalId, successor.globalId, { role: 'ASSISTANT' });
  const answer = await undo([made]);
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.undoTransfer).toMatchObject({
    undone: 1,
    results: [{ pairingId: made, ok: true, error: null, pairing: { id: former.globalId, endedOn: null } }],
  });
  expect(await rows()).toEqual([{ ...before, version: 3 }]);
  const trail = await test.owner.db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.action, 'undoTransfer'), eq(auditEvent.countyCode, places.county)));
  const gone = trail.find(({ entityId }) => entityId === made.split(':')[2]);
  const back = trail.find(({ entityId }) => entityId === former.id);
  expect(JSON.parse(gone?.before ?? '')).toMatchObject({ cadreId: successor.id, formerId: former.id });
  expect(gone?.after).toBeNull();
  expect(JSON.parse(back?.before ?? '')).toMatchObject({
    endReason: 'HANDED_OVER',
    handOverNote: '户主怕冷',
  });
  expect(JSON.parse(back?.after ?? '')).toMatchObject({ endedOn: null, endReason: null, handOverNote: null });
});

it('transfers again after it, and answers a repetition with the first answer', async () => {
  const made = await transfer(former.globalId, successor.globalId);
  const first = await undo([made], desk.session, { clientMutationId: 'undo-1' });
  expect((await undo([made], desk.session, { clientMutationId: 'undo-1' })).data).toEqual(first.data);
  expect((await undo([made])).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect(await transfer(former.globalId, successor.globalId)).not.toBe('');
});

it('ends with the day in Shanghai, whatever the day in Greenwich', async () => {
  test.clock.set('2026-11-10T15:30:00Z');
  const made = await transfer(former.globalId, successor.globalId);
  test.clock.set('2026-11-10T16:30:00Z');
  expect(codesOf(await undo([made]))).toEqual(['TRANSFER_NOT_TODAY']);
  const next = await transfer(made, cadre.globalId, { effectiveOn: '2026-11-11' });
  test.clock.set('2026-11-11T15:59:00Z');
  expect(codesOf(await undo([next]))).toEqual([null]);
});

it('refuses once a visit, another transfer, an end or a new helper depends on it, and changes nothing', async () => {
  const log = (visitedOn: string) =>
    send('logVisit', 'LogVisitInput', {
      householdId: home.globalId,
      visitedOn,
      mode: 'IN_PERSON',
      findings: '正常',
    });
  const visited = await transfer(former.globalId, successor.globalId);
  expect((await log('2026-11-09')).errors).toBeUndefined();
  const state = await rows();
  expect(codesOf(await undo([visited]))).toEqual(['TRANSFER_BUILT_UPON']);
  expect(await rows()).toEqual(state);

  const third = await makeCadre(test);
  const moved = await transfer(visited, third.globalId, { effectiveOn: '2026-11-05' });
  expect(codesOf(await undo([visited]))).toEqual(['TRANSFER_BUILT_UPON']);
  await send('endPairing', 'EndPairingInput', { pairingId: moved, endedOn: '2026-11-10', reason: 'ENDED' });
  expect(codesOf(await undo([moved]))).toEqual(['TRANSFER_BUILT_UPON']);
});

it('refuses where the former helper helps there again, or has left', async () => {
  const made = await transfer(former.globalId, successor.globalId);
  const anew = await send('assignHelper', 'AssignHelperInput', {
    householdId: home.globalId,
    cadreId: cadre.globalId,
    role: 'ASSISTANT',
  });
  expect(anew.errors).toBeUndefined();
  expect(codesOf(await undo([made]))).toEqual(['TRANSFER_BUILT_UPON']);

  home = await makeHousehold(test);
  const [leaving, other] = [await makeCadre(test), await makeCadre(test)];
  const given = await makePairing(test, { household: home, cadre: leaving });
  const taken = await transfer(given.globalId, other.globalId);
  const left = { cadreId: leaving.globalId, leftOn: '2026-11-09', reason: '调离' };
  expect((await send('cadreLeaves', 'CadreLeavesInput', left)).errors).toBeUndefined();
  expect(codesOf(await undo([taken]))).toEqual(['CADRE_LEFT']);
});

it('refuses pairings that are no transfer, and those out of reach', async () => {
  expect(codesOf(await undo([former.globalId]))).toEqual(['NOT_A_TRANSFER']);
  const made = await transfer(former.globalId, successor.globalId);
  const neighbour = await signedIn(test, 'TOWNSHIP_REVIEWER', places.otherTownship);
  const foreigner = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
  for (const { session } of [neighbour, foreigner]) {
    expect((await undo([made], session)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  }
  const village = await signedIn(test, 'VILLAGE_CADRE', places.village);
  expect((await undo([made], village.session)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const unknown = `Pairing:${places.county}:01900000-0000-7000-8000-000000000000`;
  expect(codesOf(await undo([unknown, made]))).toEqual(['NOT_FOUND', null]);
  expect((await undo([made, made])).errors?.[0]?.extensions.fields).toMatchObject({
    'input.pairingIds.1': { code: 'DUPLICATE_VALUE' },
  });
});

it('undoes a transfer once of many simultaneous requests', async () => {
  const made = await transfer(former.globalId, successor.globalId);
  const answers = await Promise.all(Array.from({ length: 8 }, () => undo([made])));
  expect(answers.filter(({ data }) => data?.undoTransfer?.undone === 1)).toHaveLength(1);
  expect((await rows()).map(({ endedOn }) => endedOn)).toEqual([null]);
});
