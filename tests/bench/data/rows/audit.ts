import type { Sql } from 'postgres';
import { factsOf, keyedFormat, type Link, linkHash, noHash, sealOf } from '#platform/audit/chain.ts';
import type { Cipher } from '#platform/core/cipher.ts';
import { type Chance, createChance, dayNumber } from '../chance.ts';
import { readParts, runAll } from '../constraints.ts';
import { copyLine, openTable } from '../copy.ts';

const columns = [
  ...[
    'county_code',
    'seq',
    'division_code',
    'at',
    'actor_id',
    'actor_name',
    'token_id',
    'request_id',
    'action',
  ],
  ...['entity', 'entity_id', 'before', 'after', 'format', 'hash'],
];

/** An edit of a household, with its audited values before and after. */
function linkOf(chance: Chance, countyCode: string, seq: number, day: number): Link {
  const id = chance.idOn(day);
  const record = {
    id,
    countyCode,
    villageCode: `${countyCode}100200`,
    number: `${countyCode}${seq}`,
    headName: '某户主',
    headPinyin: 'mouhuzhu',
    headIdMasked: '****1234',
    phoneMasked: '****5678',
    size: 4,
    category: 'ORDINARY',
    status: 'ACTIVE',
    createdAt: '2026-01-05T02:03:04.567Z',
    version: 1,
  };
  return {
    countyCode,
    seq,
    divisionCode: record.villageCode,
    at: new Date(day * 86_400_000 + (seq % 86_400_000)).toISOString(),
    actorId: chance.idOn(day),
    actorName: '某干部',
    tokenId: null,
    requestId: chance.idOn(day),
    action: 'updateHousehold',
    entity: 'Household',
    entityId: id,
    before: JSON.stringify(record),
    after: JSON.stringify({ ...record, size: 5, note: '家庭生产生活正常，收入稳定。', version: 2 }),
  };
}

/** Replaces the trail by one with so many rows, in chains of the given counties, in the program's own format. */
export async function fillAudit(
  sql: Sql,
  cipher: Cipher,
  counties: readonly string[],
  { rows, today }: { readonly rows: number; readonly today: string },
): Promise<void> {
  const parts = await readParts(sql, ['audit_event']);
  await runAll(sql, parts.drop, 1);
  await sql`truncate audit_head`;
  const writer = await openTable(sql, 'audit_event', columns);
  const chance = createChance('audit');
  const day = dayNumber(today);
  for (const [at, county] of counties.entries()) {
    const length =
      Math.floor((rows * (at + 1)) / counties.length) - Math.floor((rows * at) / counties.length);
    let hash = noHash;
    for (let seq = 1; seq <= length; seq += 1) {
      const link = linkOf(chance, county, seq, day);
      hash = linkHash(cipher, hash, link);
      writer.add(copyLine([link.countyCode, link.seq, ...factsOf(link), keyedFormat, hash]));
      if (seq % 500 === 0) await writer.drained();
    }
    await sql`insert into audit_head ${sql({
      county_code: county,
      seq: length,
      hash,
      keyed_from: 1,
      seal: sealOf(cipher, county, 1, noHash),
    })}`;
  }
  await writer.finish();
  await runAll(sql, [...parts.restore.keys, ...parts.restore.indexes]);
  await sql`vacuum (analyze) audit_event`;
}
