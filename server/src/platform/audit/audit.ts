import { setImmediate as turn } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import type { AuditEntry, Context, WorkContext } from '#platform/core/context.ts';
import { preparedRows, value } from '#platform/database/prepared.ts';
import { sendRows } from '#platform/write/bulk.ts';
import { auditEvent, auditHead } from '#schema/audit/audit.table.ts';
import { isNobodys, maskNumbers } from '#schema/person/mask.ts';
import { factsOf, hmacPads, keyedFormat, keyOfLink, type Link, linkHash, noHash, sealOf } from './chain.ts';

/** For what belongs to no county: users, grants, tokens, divisions. */
export const noCounty = '000000';

/** Notes one change; it is written at the end of the same transaction. */
export function record(ctx: WorkContext, entry: AuditEntry): void {
  ctx.pending.audit.push({ ...entry, before: redacted(entry.before), after: redacted(entry.after) });
}

const isSecret = (name: string) => name.endsWith('Cipher') || name.endsWith('Hash');

/**
 * A birth date would complete the masked id beside it: the trail knows the year. Numbers of people that somebody wrote
 * into a note show their end here, since more people read the trail than the record, and it is kept for good.
 */
function redactValue(name: string, value: unknown): unknown {
  if (typeof value !== 'string' || isNobodys(name)) return value;
  return name === 'birthOn' ? value.slice(0, 4) : maskNumbers(value);
}

/** Secrets are dropped at once and not when the entry is written: thousands may wait for the end of their transaction. */
function redacted(row: object | null | undefined): object | null {
  if (!row) return null;
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) if (!isSecret(name)) rest[name] = redactValue(name, value);
  return rest;
}

/** Up to this many entries are chained one by one in the database, which spares a way there and back; more are hashed here. */
const mostSingleAppends = 12;

/**
 * One more link: the row of the head is locked, raised and hashed by one statement, like `linkHash` does it. `facts`
 * are those after the county and the number, as JSON. What is set on conflict is made of parameters, the row itself and
 * immutable functions alone, as a cluster asks.
 */
const insertLink = preparedRows(sql`
  with head as (
    insert into ${auditHead} as chain (county_code, seq, hash, keyed_from, seal)
    values (${value('county')}::text, 1, ${hashed(sql`decode(repeat('00', 32), 'hex')`, sql`1`)}, 1, ${value('seal')}::bytea)
    on conflict (county_code) do update set seq = chain.seq + 1, hash = ${hashed(sql`chain.hash`, sql`(chain.seq + 1)`)}
    returning county_code, seq, hash
  )
  insert into ${auditEvent} (county_code, seq, division_code, at, actor_id, actor_name, token_id, request_id, action,
    entity, entity_id, before, after, format, hash)
  select county_code, seq, facts ->> 0, (facts ->> 1)::timestamptz, (facts ->> 2)::uuid, facts ->> 3, (facts ->> 4)::uuid,
    facts ->> 5, facts ->> 6, facts ->> 7, facts ->> 8, facts ->> 9, facts ->> 10, ${sql.raw(String(keyedFormat))}, hash
  from head, lateral (select ${value('facts')}::text::jsonb as facts) as parts`);

/** Codes and numbers are plain ASCII, so that `decode` gives their bytes as they stand. */
function hashed(former: SQL, seq: SQL): SQL {
  return sql`sha256(${value('outer')}::bytea || sha256(${value('inner')}::bytea || ${former}
    || decode(${value('county')}::text || ' ' || ${seq}::text, 'escape')))`;
}

/** Appends one link to its chain and takes its number from there; `link.seq` is ignored. */
export function appendLink({ db, cipher }: Pick<Context, 'db' | 'cipher'>, link: Link): Promise<unknown> {
  const { countyCode: county } = link;
  const pads = hmacPads(keyOfLink(cipher, link));
  const seal = sealOf(cipher, county, 1, noHash);
  return insertLink(db, { county, facts: JSON.stringify(factsOf(link)), ...pads, seal });
}

/** Returns once all statements are sent; their results are in `sent`. */
export async function flushAudit(ctx: WorkContext): Promise<void> {
  const byCounty = group(ctx.pending.audit);
  // Sorted, so that two transactions over the same counties never wait for each other in a circle.
  for (const countyCode of [...byCounty.keys()].sort()) {
    await appendChain(ctx, countyCode, byCounty.get(countyCode) ?? []);
  }
  ctx.pending.audit.length = 0;
}

function group(entries: readonly AuditEntry[]): Map<string, AuditEntry[]> {
  const groups = new Map<string, AuditEntry[]>();
  for (const entry of entries) {
    const list = groups.get(entry.countyCode);
    if (list) list.push(entry);
    else groups.set(entry.countyCode, [entry]);
  }
  return groups;
}

async function appendChain(
  ctx: WorkContext,
  countyCode: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length <= mostSingleAppends) {
    for (const entry of entries) ctx.pending.sent.push(appendLink(ctx, linkOf(ctx, entry, 0)));
    return;
  }
  // Built now, while the database works on the statements that were sent before.
  const links = entries.map((entry) => linkOf(ctx, entry, 0));
  const [head] = await ctx.db
    .insert(auditHead)
    .values({
      countyCode,
      seq: 0,
      hash: noHash,
      keyedFrom: 1,
      seal: sealOf(ctx.cipher, countyCode, 1, noHash),
    })
    .onConflictDoUpdate({ target: auditHead.countyCode, set: { seq: sql`${auditHead.seq}` } })
    .returning();
  if (!head) throw new Error('no head of the audit chain');
  let { seq, hash } = head;
  for (let from = 0; from < links.length; from += pieceSize) {
    const rows = links.slice(from, from + pieceSize).map((link) => {
      seq += 1;
      link.seq = seq;
      hash = linkHash(ctx.cipher, hash, link);
      return { ...link, format: keyedFormat, hash };
    });
    sendRows(ctx, auditEvent, rows);
    await turn();
  }
  ctx.pending.sent.push(raiseHead(ctx.db, { county: countyCode, seq, hash }));
}

/** The database writes one piece while the next is chained. */
const pieceSize = 400;

const raiseHead =
  preparedRows(sql`update ${auditHead} set seq = ${value('seq')}::bigint, hash = ${value('hash')}::bytea
  where county_code = ${value('county')}`);

function linkOf(ctx: Context, entry: AuditEntry, seq: number): Link {
  return {
    countyCode: entry.countyCode,
    seq,
    divisionCode: entry.divisionCode ?? villageOf(entry) ?? entry.countyCode,
    at: ctx.clock.now().toISOString(),
    actorId: entry.actor ? entry.actor.id : (ctx.viewer?.userId ?? null),
    actorName: entry.actor?.name ?? ctx.viewer?.displayName ?? 'system',
    tokenId: ctx.viewer?.tokenId ?? null,
    requestId: ctx.requestId,
    action: entry.action,
    entity: entry.entity,
    entityId: entry.entityId,
    before: textOf(entry.before),
    after: textOf(entry.after),
  };
}

/** Most records are flat; those without anything to look into are printed at many times the speed. */
function textOf(record: object | null | undefined): string | null {
  if (!record) return null;
  const isFlat = Object.values(record).every((value) => value === null || isPrintedAsIs.has(typeof value));
  return JSON.stringify(record, isFlat ? undefined : plain);
}
const isPrintedAsIs = new Set(['string', 'number', 'boolean', 'undefined']);

function villageOf({ before, after }: AuditEntry): string | undefined {
  const placed = after && 'villageCode' in after ? after : before;
  const villageCode = placed && 'villageCode' in placed ? placed.villageCode : undefined;
  return typeof villageCode === 'string' ? villageCode : undefined;
}

/** Ciphers and hashes of personal data have no place in the trail; money keeps all its digits. */
function plain(key: string, value: unknown): unknown {
  if (isSecret(key)) return undefined;
  return typeof value === 'bigint' ? value.toString() : redactValue(key, value);
}
