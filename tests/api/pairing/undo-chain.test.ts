import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);
/** Transfers of one day, one after the other, and the state before them. */
let chain: { first: string; second: string; helpers: string[]; before: object };

beforeEach(async () => {
  const helpers = await Promise.all(Array.from({ length: 3 }, () => makeCadre(test)));
  const [one = { id: '', globalId: '' }, other, third] = helpers;
  const former = await makePairing(test, { household: await makeHousehold(test), cadre: one });
  const before = await everything();
  const first = await transfer(former.globalId, other?.globalId, '2026-08-15');
  const second = await transfer(first, third?.globalId, '2026-11-01');
  chain = { first, second, helpers: helpers.map(({ globalId }) => globalId), before };
});

async function transfer(pairingId: string, toCadre: string | undefined, effectiveOn: string) {
  const answer = await test.send<{ transferPairings: { results: { pairing: { id: string } | null }[] } }>(
    'mutation ($input: TransferPairingsInput!) { transferPairings(input: $input) { results { pairing { id } } } }',
    {
      input: { pairingIds: [pairingId], toCadre, effectiveOn, reason: '岗位调整', handOverNote: '户主怕冷' },
    },
    desk.session,
  );
  return answer.data?.transferPairings.results[0]?.pairing?.id ?? '';
}

async function undo(...pairingIds: string[]) {
  const answer = await test.send<{
    undoTransfer: { results: { error: { code: string } | null }[]; warnings: { code: string }[] };
  }>(
    `mutation ($input: UndoTransferInput!) { undoTransfer(input: $input) {
      warnings { code } results { error { code } } } }`,
    { input: { pairingIds } },
    desk.session,
  );
  expect(answer.errors).toBeUndefined();
  return answer.data?.undoTransfer.results.map(({ error }) => error?.code ?? null);
}

/** All rows of all tables except logs, without versions, which only rise. */
async function everything(): Promise<object> {
  const tables = await test.owner.db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('audit_event', 'audit_head', 'record_change', 'written', 'copied_changes', 'session',
        'pace_window') order by 1`);
  const rows = tables.map(async ({ name }) => {
    const found = await test.owner.db.execute<{ row: string }>(
      sql`select (to_jsonb(one) - 'version')::text as row from ${sql.identifier(name)} as one order by 1`,
    );
    return [name, found.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

it('undoes a transfer after the later one that depends on it, and restores the state before both', async () => {
  expect(await undo(chain.first)).toEqual(['TRANSFER_BUILT_UPON']);
  expect(await undo(chain.second)).toEqual([null]);
  expect(await undo(chain.first)).toEqual([null]);
  expect(await everything()).toEqual(chain.before);
});

it.each([
  ['the last one first', () => [chain.second, chain.first]],
  ['the first one first', () => [chain.first, chain.second]],
])('undoes both in one request, %s', async (_order, pairingIds) => {
  expect(await undo(...pairingIds())).toEqual([null, null]);
  expect(await everything()).toEqual(chain.before);
});

it('undoes a transfer that was made again after an undo', async () => {
  await undo(chain.second);
  const anew = await transfer(chain.first, chain.helpers[2], '2026-10-20');
  expect(await undo(chain.first)).toEqual(['TRANSFER_BUILT_UPON']);
  expect(await undo(chain.first, anew)).toEqual([null, null]);
  expect(await everything()).toEqual(chain.before);
});
