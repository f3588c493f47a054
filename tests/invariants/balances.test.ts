import { asc, eq, sql } from 'drizzle-orm';
import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { beforeAll, expect, it } from 'vitest';
import type { WorkContext } from '#platform/core/context.ts';
import { lockOrCreate } from '#platform/write/money/lock-or-create.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const balance = pgTable(
  'test_balance',
  { countyCode: text().notNull(), name: text().notNull(), fen: bigint({ mode: 'bigint' }).notNull() },
  (t) => [primaryKey({ columns: [t.countyCode, t.name] })],
);
const record = { name: 'Balance', table: balance, key: ['countyCode', 'name'] };
const countyCode = '130434';

beforeAll(async () => {
  await test.owner.db.execute(sql`create table test_balance (county_code text not null, name text not null,
    fen bigint not null, primary key (county_code, name))`);
});

const zero = (name: string) => ({ countyCode, name, fen: 0n });
const balances = () => test.owner.db.select().from(balance).orderBy(asc(balance.name));

/** Moves one fen from the first to the second, reading both under locks. */
const transfer = (from: string, to: string) =>
  withTransaction(test.app.systemContext(), async (work: WorkContext) => {
    const rows = await lockOrCreate(work, record, [zero(from), zero(to)]);
    for (const [name, fen] of [
      [from, -1n],
      [to, 1n],
    ] as const) {
      const row = rows.find((one) => one.name === name);
      await work.db
        .update(balance)
        .set({ fen: (row?.fen ?? 0n) + fen })
        .where(eq(balance.name, name));
    }
    return rows.map((row) => row.name);
  });

it('50 transactions change missing balances at once: none is lost and none deadlocks', async () => {
  const ways = ['a b', 'b a', 'b c', 'c a', 'c b'];
  const moves = Array.from({ length: 50 }, (_, at) => (ways[at % ways.length] ?? '').split(' '));
  const locked = await Promise.all(moves.map(([from = '', to = '']) => transfer(from, to)));
  // In the order of the keys, whatever the order of the request.
  for (const names of locked) expect(names).toEqual([...names].sort());
  const net = (name: string) =>
    moves.reduce((sum, [from, to]) => sum + (to === name ? 1n : 0n) - (from === name ? 1n : 0n), 0n);
  expect(await balances()).toEqual(['a', 'b', 'c'].map((name) => ({ countyCode, name, fen: net(name) })));
});

it('locks rows of one county at a time', async () => {
  const other = { ...zero('d'), countyCode: '130529' };
  const both = withTransaction(test.app.systemContext(), (work) =>
    lockOrCreate(work, record, [zero('d'), other]),
  );
  await expect(both).rejects.toThrow('one county');
});
