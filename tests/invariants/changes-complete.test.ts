import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { loadDemo } from '#modules/demo/demo.service.ts';
import { newId } from '#platform/core/ids.ts';
import { noteUpdated } from '#platform/feed/changes.ts';
import { typeNameOf } from '#platform/feed/followed.ts';
import { entitiesIn } from '#platform/read/entity.ts';
import { insertMany } from '#platform/write/bulk.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { ChangeType } from '#schema/codes/change.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { organization } from '#schema/organization/organization.table.ts';
import { catalog } from '#server/modules.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';
import { unlikeWritten } from '#tests/setup/watch-changes.ts';

// Every test with the whole server ends by comparing, transaction by transaction, what was written with what the feed
// reports; see tests/setup/app.ts. Here is what other tests do not cover, and the control.
const test = testApp();

/**
 * Not records of the register: the trail is itself a list of changes, exports belong to one person, rows belong to
 * their import, and balances and entries follow from the transfers; steps of payments and results of banks are told by
 * the payments they change.
 */
const notFollowed = [
  ...[
    'AuditEvent',
    'ExportJob',
    'ImportRow',
    'VisitDuty',
    'HouseholdYear',
    'FundAccount',
    'FundBook',
    'FundBookEvent',
    'FundEntry',
  ],
  ...['PaymentEvent', 'PaymentResultFile', 'PaymentResultRow'],
];

beforeAll(() => makeDivisions(test));

it('follows every type that has an id of its own and belongs to a county', () => {
  const types = entitiesIn(catalog)
    .filter(({ type, key }) => type.prototype instanceof Node && key[0] === 'countyCode')
    .map(({ name }) => name)
    .filter((name) => !notFollowed.includes(name));
  expect(ChangeType.keys.map(typeNameOf).sort()).toEqual(types.sort());
  expect([...catalog.followed.values()].map(({ type }) => type).sort()).toEqual([...ChangeType.keys].sort());
  for (const { type, table } of [...catalog.followed.values()])
    expect(entitiesIn(catalog).find(({ name }) => name === typeNameOf(type))?.table).toBe(table);
});

it('reports everything the demo inserts', async () => {
  await loadDemo(test.app.systemContext());
  const [lines] = await test.owner.db.execute<{ count: number }>(
    sql`select count(*)::int as count from record_change where entity = 'HOUSEHOLD' and parts is not null`,
  );
  expect(lines?.count).toBeGreaterThan(1_000);
  expect(await unlikeWritten(test.owner)).toEqual([]);
}, 120_000);

const row = () => ({
  countyCode: places.otherCounty,
  id: newId(),
  name: newId(),
  pinyin: '',
  level: 'COUNTY',
  createdAt: '2026-11-10T00:00:00Z',
  version: 1,
});

it('would notice a write that is not reported, and a report without a write', async () => {
  const ctx = test.app.systemContext();
  const silent = row();
  const made = await withTransaction(ctx, async (work) => {
    await insertMany(work, organization, [silent]);
    work.pending.changes.length = 0;
    return silent;
  });
  await withTransaction(ctx, async (work) => noteUpdated(work, organization, [made]));
  const faults = await unlikeWritten(test.owner);
  expect(faults.map((fault) => fault.replace(/ in \d+$/, ''))).toEqual([
    'in the feed and not written: ORGANIZATION',
    'written and not in the feed: ORGANIZATION',
  ]);
  await test.owner.db.execute(sql`delete from written where id = ${silent.id}`);
  await test.owner.db.execute(sql`delete from copied_changes where record_id = ${silent.id}`);
});

it('refuses to change a record outside a transaction', async () => {
  await expect(insertMany(test.app.systemContext(), organization, [row()])).rejects.toThrow('transactions');
});
