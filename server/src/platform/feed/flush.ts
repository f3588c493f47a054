import { sql } from 'drizzle-orm';
import type { ChangeNote, Parts, ReachNote, WorkContext } from '#platform/core/context.ts';
import { preparedRows, value } from '#platform/database/prepared.ts';
import { recordChange } from '#schema/change/change.table.ts';
import type { ChangeType } from '#schema/codes/change.codes.ts';
import { followerPoint } from './followers.ts';
import { selectParts } from './parts.ts';

const insertLines =
  preparedRows(sql`insert into ${recordChange} (county_code, xid, ordinal, entity, record_id, kind,
    place_before, place_after, household_id, cadre_id, for_cadre_id, parts, at)
  select county_code, pg_current_xact_id()::text::bigint, ordinal, entity, record_id, kind,
    place_before, place_after, household_id, cadre_id, for_cadre_id, parts, at
  from json_populate_recordset(null::${recordChange}, ${value('rows')}::text::json)`);

/** Writes what was noted in a transaction, at its end and under its number; comes back when it is on its way. */
export async function flushChanges(ctx: WorkContext): Promise<void> {
  const { changes, reach } = ctx.pending;
  if (changes.length === 0 && reach.length === 0) return;
  const notes = fold(onePerRecord(changes));
  const lines = [...notes, ...(await ofHelpers(ctx, notes, reach))];
  changes.length = 0;
  reach.length = 0;
  const at = ctx.clock.now().toISOString();
  const rows = lines.map((note, ordinal) => ({
    county_code: note.countyCode,
    ordinal,
    entity: note.type,
    record_id: note.recordId,
    kind: note.kind,
    place_before: note.placeBefore,
    place_after: note.placeAfter,
    household_id: note.householdId,
    cadre_id: note.cadreId,
    for_cadre_id: note.forCadreId,
    parts: note.parts && JSON.stringify(note.parts),
    at,
  }));
  if (rows.length === 0) return;
  ctx.pending.sent.push(insertLines(ctx.db, { rows: JSON.stringify(rows) }));
}

/** Merges several writes of one record into one line: its state before the first and after the last. */
export function onePerRecord(notes: readonly ChangeNote[]): ChangeNote[] {
  const byRecord = new Map<string, ChangeNote>();
  for (const note of notes) {
    const key = `${note.type} ${note.countyCode} ${note.recordId}`;
    const former = byRecord.get(key);
    const joined = former ? join(former, note) : note;
    if (joined) byRecord.set(key, joined);
    else byRecord.delete(key);
  }
  return [...byRecord.values()];
}

/** Null: inserted and deleted in the same transaction. */
function join(former: ChangeNote, latter: ChangeNote): ChangeNote | null {
  // An update is noted at the present place; a move also has the former place.
  const hadMoved = former.kind !== 'UPDATED' || former.placeBefore !== former.placeAfter;
  const { placeBefore } = hadMoved ? former : latter;
  const parts = former.parts ?? latter.parts;
  if (latter.kind === 'REMOVED') return former.kind === 'INSERTED' ? null : { ...latter, placeBefore, parts };
  return { ...latter, placeBefore, parts, kind: former.kind === 'INSERTED' ? 'INSERTED' : 'UPDATED' };
}

/** Records inserted together with their household are listed on the line of the household. */
export function fold(notes: readonly ChangeNote[]): ChangeNote[] {
  const made = new Map<string, Map<ChangeType, string[]>>();
  for (const { type, kind, recordId } of notes) {
    if (type === 'HOUSEHOLD' && kind === 'INSERTED' && recordId) made.set(recordId, new Map());
  }
  const folded = notes.filter((note) => {
    const { type, kind, recordId, householdId } = note;
    const parts = kind === 'INSERTED' && type !== 'HOUSEHOLD' ? made.get(householdId ?? '') : undefined;
    if (!parts || !recordId) return true;
    const ids = parts.get(type);
    if (ids) ids.push(recordId);
    else parts.set(type, [recordId]);
    return false;
  });
  return folded.map((note) => {
    const parts = note.type === 'HOUSEHOLD' ? made.get(note.recordId ?? '') : undefined;
    return parts?.size ? { ...note, parts: Object.fromEntries(parts) } : note;
  });
}

/** Lines for the helpers who gained or lost a household; cadres without an account follow nothing. */
async function ofHelpers(
  ctx: WorkContext,
  notes: readonly ChangeNote[],
  reach: readonly ReachNote[],
): Promise<ChangeNote[]> {
  const fresh = new Set(
    notes
      .filter(({ type, kind }) => type === 'HOUSEHOLD' && kind === 'INSERTED')
      .map((note) => note.recordId),
  );
  const open = reach.filter(({ householdId, kind }) => kind === 'REMOVED' || !fresh.has(householdId));
  if (open.length === 0) return [];
  const wanted = [...new Set(open.map(({ cadreId }) => cadreId))];
  const counties = [...new Set(open.map(({ countyCode }) => countyCode))];
  const helpers = await followersAmong(ctx, counties, wanted);
  const followed = open.filter(({ cadreId }) => helpers.has(cadreId));
  const lines: ChangeNote[] = [];
  for (const countyCode of new Set(followed.map((one) => one.countyCode))) {
    const here = followed.filter((one) => one.countyCode === countyCode);
    const parts = await selectParts(ctx, countyCode, [
      ...new Set(here.map(({ householdId }) => householdId)),
    ]);
    const gone = removedOf(notes);
    for (const one of here) lines.push(lineOf(one, parts.get(one.householdId) ?? {}, gone));
  }
  return lines;
}

async function followersAmong(
  ctx: WorkContext,
  countyCodes: readonly string[],
  cadreIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const selects = ctx.catalog.provided(followerPoint);
  const found = await Promise.all(selects.map((select) => select(ctx, countyCodes, cadreIds)));
  return new Set(found.flat());
}

function lineOf(
  { cadreId, villageCode, ...one }: ReachNote,
  parts: Parts,
  gone: Map<string, Parts>,
): ChangeNote {
  const lost = one.kind === 'REMOVED';
  return {
    ...one,
    type: 'HOUSEHOLD',
    recordId: one.householdId,
    placeBefore: lost ? villageCode : null,
    placeAfter: lost ? null : villageCode,
    cadreId: null,
    forCadreId: cadreId,
    parts: lost ? mergeParts(parts, gone.get(one.householdId) ?? {}) : parts,
  };
}

/** Records removed from each household in the same transaction, which its helper could read before. */
function removedOf(notes: readonly ChangeNote[]): Map<string, Parts> {
  const gone = new Map<string, Parts>();
  for (const { type, kind, recordId, householdId, formerHouseholdId } of notes) {
    const from = kind === 'REMOVED' ? householdId : formerHouseholdId;
    if (type === 'HOUSEHOLD' || !recordId || !from) continue;
    gone.set(from, mergeParts(gone.get(from) ?? {}, { [type]: [recordId] }));
  }
  return gone;
}

function mergeParts(some: Parts, more: Parts): Parts {
  const types = [...new Set([...Object.keys(some), ...Object.keys(more)])];
  return Object.fromEntries(types.map((type) => [type, [...(some[type] ?? []), ...(more[type] ?? [])]]));
}
