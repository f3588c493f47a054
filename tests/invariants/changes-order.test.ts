import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { changesAfter, latestCursor } from '#modules/change/change.service.ts';
import type { Viewer } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { globalId, newId } from '#platform/core/ids.ts';
import { deleteMany, insertMany, updateRows } from '#platform/write/bulk.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { allRights } from '#schema/codes/rights.ts';
import { organization } from '#schema/organization/organization.table.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const counties = [places.county, places.otherCounty];
const seeds = 40;

const viewer: Viewer = {
  userId: newId(),
  username: 'reader',
  displayName: 'reader',
  sessionId: null,
  tokenId: null,
  holdings: [{ role: 'OVERSEER', divisionCode: '13', rights: new Set(allRights), pairedOnly: false }],
  cadres: [],
};
const context = (): Context => ({ ...test.app.systemContext(), viewer });

beforeAll(async () => {
  await makeDivisions(test);
  // A plain count of rows, as a reader might use it, beside the real lines.
  await test.owner.db.execute(sql`create table counted (seq bigserial primary key, id uuid not null)`);
  await test.owner.db.execute(sql`grant insert, select on counted to bangfu_app`);
  await test.owner.db.execute(sql`grant usage on sequence counted_seq_seq to bangfu_app`);
});

/** The same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Writes at random in one transaction over two counties, with pauses, so that others overtake it. */
async function write(random: () => number, known: string[], pause: () => Promise<unknown>): Promise<void> {
  await withTransaction(context(), async (work) => {
    for (const countyCode of counties) {
      await work.db.execute(sql`select pg_current_xact_id()`);
      const id = newId();
      const row = {
        countyCode,
        id,
        name: id,
        pinyin: '',
        level: 'COUNTY',
        createdAt: '2026-11-10T00:00:00Z',
        version: 1,
      };
      await insertMany(work, organization, [row]);
      await work.db.execute(sql`insert into counted (id) values (${id})`);
      const other = known[Math.floor(random() * known.length)];
      if (other && random() < 0.3) await deleteMany(work, organization, countyCode, [other]);
      else if (other) await updateRows(work, organization, countyCode, [{ id: other, level: 'TOWNSHIP' }]);
      await pause();
      if (random() < 0.5) known.push(id);
    }
    if (random() < 0.1) throw new Error('given up');
  }).catch((error: Error) => {
    if (error.message !== 'given up') throw error;
  });
}

interface Reader {
  readonly copy: Map<string, unknown>;
  readonly inserted: Map<string, number>;
  cursor: string;
}

async function readOn(reader: Reader, first: number): Promise<void> {
  for (;;) {
    const page = await changesAfter(context(), { after: reader.cursor, first });
    for (const { node } of page.edges) {
      if (node.kind === 'INSERTED') reader.inserted.set(node.id, (reader.inserted.get(node.id) ?? 0) + 1);
      if (node.kind === 'REMOVED') reader.copy.delete(node.id);
      else reader.copy.set(node.id, node.node?.version);
    }
    reader.cursor = page.endCursor;
    if (!page.hasNextPage) return;
  }
}

/** Until nothing is held back, also by transactions of other tests on the same server. */
async function untilRead(reader: Reader): Promise<void> {
  for (;;) {
    const [row] = await test.owner.db.execute<{ open: boolean }>(sql`select coalesce(max(xid), 0) >=
      pg_snapshot_xmin(pg_current_snapshot())::text::bigint as open from record_change`);
    await readOn(reader, 100);
    if (!row?.open) return;
    await sleep(10);
  }
}

async function run(seed: number): Promise<{ reader: Reader; ids: string[]; counted: Set<string> }> {
  const random = randomOf(seed);
  const reader: Reader = { copy: new Map(), inserted: new Map(), cursor: await latestCursor(context()) };
  const [start] = await test.owner.db.execute<{ seq: number }>(
    sql`select coalesce(max(seq), 0)::int as seq from counted`,
  );
  let last = start?.seq ?? 0;
  const counted = new Set<string>();
  const known: string[] = [];
  let isDone = false;
  const others = (async () => {
    const workers = [1, 2, 3, 4].map(async () => {
      for (let turn = 0; turn < 5; turn += 1) await write(random, known, () => sleep(random() * 6));
    });
    await Promise.all(workers);
  })();
  // Begins among the first and ends after all the others.
  const long = write(random, [], () => others);
  const all = Promise.all([others, long]).finally(() => {
    isDone = true;
  });
  const countOn = async () => {
    const rows = await test.owner.db.execute<{ seq: number; id: string }>(
      sql`select seq::int as seq, id from counted where seq > ${last} order by seq`,
    );
    for (const { seq, id } of rows) {
      counted.add(id);
      last = seq;
    }
  };
  while (!isDone) {
    await readOn(reader, 1 + Math.floor(random() * 20));
    await countOn();
  }
  await all;
  await untilRead(reader);
  await countOn();
  const rows = await test.owner.db.execute<{ id: string }>(
    sql`select id from counted where seq > ${start?.seq ?? 0} order by seq`,
  );
  return { reader, ids: rows.map(({ id }) => id), counted };
}

it('misses and repeats nothing, however transactions overtake each other', async () => {
  let lostByCount = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { reader, ids, counted } = await run(seed);
    const rows = await test.owner.db.select().from(organization);
    const source = new Map(
      rows
        .filter(({ id }) => ids.includes(id))
        .map(({ countyCode, id, version }) => [globalId('Organization', countyCode, id), version]),
    );
    expect(source.size, `seed ${seed}`).toBeGreaterThan(5);
    expect(new Map([...reader.copy].sort()), `seed ${seed}`).toEqual(new Map([...source].sort()));
    expect([...reader.inserted.values()].filter((times) => times > 1)).toEqual([]);
    lostByCount += ids.filter((id) => !counted.has(id)).length;
  }
  // Control: a reader that remembers the highest count loses what is committed late.
  expect(lostByCount).toBeGreaterThan(seeds / 2);
}, 120_000);
