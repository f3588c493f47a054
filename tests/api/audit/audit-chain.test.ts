import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { Anchor } from '#modules/audit/audit.rules.ts';
import { headsNow, verifyChains } from '#modules/audit/audit.service.ts';
import { record } from '#platform/audit/audit.ts';
import { type Link, noHash, unkeyedHash } from '#platform/audit/chain.ts';
import { keyFormerChains } from '#platform/audit/keying.ts';
import { createCipher } from '#platform/core/cipher.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { auditEvent, auditHead } from '#schema/audit/audit.table.ts';
import { masterKey, testApp } from '#tests/setup/app.ts';

const test = testApp();
const one = '130401';
const other = '130402';
/** A chain written before audit keys existed. */
const former = '130403';
const length = 30;

const context = () => test.app.systemContext();

async function write(countyCode: string, changes: number): Promise<void> {
  await withTransaction(context(), async (work) => {
    for (let at = 0; at < changes; at += 1) {
      record(work, {
        countyCode,
        action: 'testChain',
        entity: 'Test',
        entityId: `${at}`,
        after: { note: `${at}` },
      });
    }
  });
}

beforeAll(async () => {
  await write(one, length);
  await write(other, 5);
});

/** Faults by chain; intact chains are left out. */
async function faults(anchors: readonly Anchor[] = []) {
  const reports = await verifyChains(context(), undefined, anchors);
  return reports.flatMap(({ countyCode, brokenAt, problem }) =>
    problem ? [`${countyCode} ${brokenAt} ${problem}`] : [],
  );
}

/** Changes the trail behind the application's back, verifies it, and restores everything. */
async function tamper(statements: readonly SQL[], anchors: readonly Anchor[] = []): Promise<string[]> {
  const { db } = test.owner;
  for (const table of ['audit_event', 'audit_head']) {
    await db.execute(sql.raw(`create table kept_${table} as table ${table}`));
  }
  await db.execute(sql`alter table audit_event drop constraint audit_event_seq`);
  try {
    for (const statement of statements) await db.execute(statement);
    return await faults(anchors);
  } finally {
    for (const table of ['audit_event', 'audit_head']) {
      await db.execute(sql.raw(`truncate ${table}`));
      await db.execute(sql.raw(`insert into ${table} select * from kept_${table}`));
      await db.execute(sql.raw(`drop table kept_${table}`));
    }
    await db.execute(sql`alter table audit_event add constraint audit_event_seq check (seq > 0)`);
  }
}

const copyTo = (seq: number) => sql`insert into audit_event
  select (jsonb_populate_record(kept, jsonb_build_object('seq', ${seq}::int))).* from audit_event as kept
  where county_code = ${one} and kept.seq = 3`;

it('an untouched trail verifies', async () => {
  expect(await faults()).toEqual([]);
});

it.each<[string, SQL[], string[]]>([
  [
    'an edit',
    [sql`update audit_event set actor_name = '别人' where county_code = ${one} and seq = 7`],
    [`${one} 7 ROW_DIFFERS`],
  ],
  [
    'a time moved by less than a millisecond',
    [
      sql`update audit_event set at = (at at time zone 'UTC' + interval '1 microsecond') at time zone 'UTC'
        where county_code = ${one} and seq = 7`,
    ],
    [`${one} 7 ROW_DIFFERS`],
  ],
  [
    'a row taken out',
    [sql`delete from audit_event where county_code = ${one} and seq = 7`],
    [`${one} 7 ROW_MISSING`],
  ],
  [
    'the first row taken out',
    [sql`delete from audit_event where county_code = ${one} and seq = 1`],
    [`${one} 1 ROW_MISSING`],
  ],
  [
    'two rows swapped',
    [
      sql`update audit_event set seq = 1000 where county_code = ${one} and seq = 7`,
      sql`update audit_event set seq = 7 where county_code = ${one} and seq = 8`,
      sql`update audit_event set seq = 8 where county_code = ${one} and seq = 1000`,
    ],
    [`${one} 7 ROW_DIFFERS`],
  ],
  ['a row numbered zero', [copyTo(0)], [`${one} 0 OUTSIDE_CHAIN`]],
  ['a row with a number below zero', [copyTo(-5)], [`${one} -5 OUTSIDE_CHAIN`]],
  ['a row behind the last', [copyTo(length + 1)], [`${one} ${length + 1} ROW_DIFFERS`]],
  ['a row far beyond the head', [copyTo(length + 50)], [`${one} ${length + 1} ROW_MISSING`]],
  [
    'the same number twice',
    [sql`alter table audit_event drop constraint audit_event_county_code_seq_pk`, copyTo(9)],
    [`${one} 9 ROW_DIFFERS`],
  ],
  [
    'a tail that is missing while its head stands',
    [sql`delete from audit_event where county_code = ${one} and seq > 20`],
    [`${one} 21 TAIL_MISSING`],
  ],
  [
    'a chain that is missing while its head stands',
    [sql`delete from audit_event where county_code = ${other}`],
    [`${other} 1 TAIL_MISSING`],
  ],
  [
    'a head that is missing',
    [sql`delete from audit_head where county_code = ${other}`],
    [`${other} 6 HEAD_MISSING`],
  ],
  [
    'a head that was put back',
    [
      sql`update audit_head set seq = 20, hash = (select hash from audit_event where county_code = ${one} and seq = 20)
        where county_code = ${one}`,
    ],
    [`${one} 21 BEYOND_HEAD`],
  ],
  [
    'another hash in the head',
    [sql`update audit_head set hash = sha256(hash) where county_code = ${one}`],
    [`${one} ${length} HEAD_DIFFERS`],
  ],
  [
    'a seal that was taken off the head, or put there from another chain',
    [
      sql`update audit_head set seal = (select seal from audit_head where county_code = ${one} limit 1)
        where county_code = ${other}`,
      sql`update audit_head set seal = null where county_code = ${one}`,
    ],
    [`${one} 1 NOT_KEYED`, `${other} 1 NOT_KEYED`],
  ],
  [
    'rows of a county that has no chain',
    [
      sql`insert into audit_event
        select (jsonb_populate_record(kept, '{"county_code": "130499"}')).* from audit_event as kept
        where county_code = ${other} and kept.seq = 4`,
      sql`delete from audit_event where county_code = ${other} and seq = 4`,
    ],
    [`${other} 4 ROW_MISSING`, '130499 1 ROW_MISSING'],
  ],
])('finds %s', async (_, statements, expected) => {
  expect(await tamper(statements)).toEqual(expected);
});

/** Rewrites a chain from a number on, with everything the database holds but without the key. */
async function rewrittenUnkeyed(from: number): Promise<SQL[]> {
  const rows = await test.owner.db
    .select()
    .from(auditEvent)
    .where(sql`county_code = ${one}`)
    .orderBy(auditEvent.seq);
  let hash: Buffer = from === 1 ? noHash : (rows[from - 2]?.hash ?? noHash);
  const statements = rows.slice(from - 1).map((row) => {
    const link: Link = { ...row, at: new Date(row.at).toISOString(), actorName: '别人' };
    hash = unkeyedHash(hash, link);
    return sql`update audit_event set actor_name = '别人', format = 1, hash = ${hash}
      where county_code = ${one} and seq = ${row.seq}`;
  });
  return [...statements, sql`update audit_head set hash = ${hash} where county_code = ${one}`];
}

it('finds a chain rewritten without the key, whatever its head claims', async () => {
  const anew = await rewrittenUnkeyed(1);
  const keyedFrom = (seq: number) =>
    sql`update audit_head set keyed_from = ${seq} where county_code = ${one}`;
  expect(await tamper(anew)).toEqual([`${one} 1 ROW_DIFFERS`]);
  expect(await tamper([...anew, keyedFrom(0)])).toEqual([`${one} 1 NOT_KEYED`]);
  expect(await tamper([...anew, keyedFrom(length + 1)])).toEqual([`${one} ${length + 1} NOT_KEYED`]);
  expect(await tamper([...anew, keyedFrom(10_000)])).toEqual([`${one} ${length + 1} NOT_KEYED`]);
  const tail = await rewrittenUnkeyed(20);
  expect(await tamper(tail)).toEqual([`${one} 20 ROW_DIFFERS`]);
  expect(await tamper([...tail, keyedFrom(20)])).toEqual([`${one} 1 ROW_DIFFERS`]);
});

it('finds, with a head noted elsewhere, a change that leaves no trace in the database', async () => {
  const noted = await headsNow(context());
  await write(other, 3);
  expect(await faults(noted)).toEqual([]);
  const cutTail = [
    sql`delete from audit_event where county_code = ${one} and seq > 20`,
    sql`update audit_head set seq = 20, hash = (select hash from audit_event where county_code = ${one} and seq = 20)
      where county_code = ${one}`,
  ];
  expect(await tamper(cutTail)).toEqual([]);
  expect(await tamper(cutTail, noted)).toEqual([`${one} 21 ANCHOR_MISSING`]);
  const allGone = [
    sql`delete from audit_event where county_code = ${one}`,
    sql`delete from audit_head where county_code = ${one}`,
  ];
  expect(await tamper(allGone)).toEqual([]);
  expect(await tamper(allGone, noted)).toEqual([`${one} 1 ANCHOR_MISSING`]);
  const elsewhere = noted.map((anchor) => ({ ...anchor, hash: 'ab'.repeat(32) }));
  const differing = [`${one} ${length} ANCHOR_DIFFERS`, `${other} 5 ANCHOR_DIFFERS`];
  expect(await faults(elsewhere)).toEqual(differing);
  // Two different heads noted for the same number, in any order.
  expect(await faults([...noted, ...elsewhere])).toEqual(differing);
  expect(await faults([...elsewhere, ...noted])).toEqual(differing);
  const nowhere = [{ countyCode: '130498', seq: 3, hash: 'ab'.repeat(32) }];
  expect(await faults([...noted, ...nowhere])).toEqual(['130498 1 ANCHOR_MISSING']);
});

it('continues a chain from before audit keys with keyed links', async () => {
  let hash = noHash;
  for (let seq = 1; seq <= 4; seq += 1) {
    const at = '2025-01-01T00:00:00.000Z';
    const facts = {
      divisionCode: former,
      actorName: '某人',
      requestId: 'r',
      action: 'a',
      entity: 'E',
      entityId: 'e',
    };
    const nothing = { actorId: null, tokenId: null, before: null, after: null };
    const link = { countyCode: former, seq, at, ...facts, ...nothing };
    hash = unkeyedHash(hash, link);
    await test.owner.db.insert(auditEvent).values({ ...link, hash, format: 1 });
  }
  await test.owner.db.insert(auditHead).values({ countyCode: former, seq: 4, hash, keyedFrom: 0 });
  expect(await faults()).toEqual([`${former} 1 NOT_KEYED`]);

  const key = () => keyFormerChains(test.ownerUrl, createCipher(masterKey), test.clock.now());
  await Promise.all([key(), key()]);
  await write(former, 2);
  await write(former, 20);
  expect(await faults()).toEqual([]);
  const [report] = await verifyChains(context(), former);
  expect(report).toMatchObject({ length: 27, keyedFrom: 5 });

  expect(
    await tamper([sql`update audit_event set actor_name = '别人' where county_code = ${former} and seq = 2`]),
  ).toEqual([`${former} 2 ROW_DIFFERS`]);
  expect(await tamper([sql`update audit_head set keyed_from = 7 where county_code = ${former}`])).toEqual([
    `${former} 5 ROW_DIFFERS`,
  ]);
});

it('refuses a row outside the chain', async () => {
  await expect(test.owner.db.execute(copyTo(0))).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/violates check constraint "audit_event_seq/) },
  });
});

it('verifies the trail as of one moment while others write', async () => {
  const writing = Array.from({ length: 40 }, () => write(one, 1));
  expect(await faults()).toEqual([]);
  await Promise.all(writing);
  expect(await faults()).toEqual([]);
});
