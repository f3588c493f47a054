import {
  changedCadres,
  countOtherCadresOf,
  removeCadres,
  updateCadres,
} from '#modules/cadre/cadre.bulk.service.ts';
import {
  changedHouseholds,
  changedMembers,
  countOnFileOf,
  removeFromRegister,
  writeRegister,
} from '#modules/household/household.bulk.service.ts';
import { importBatchEntity } from '#modules/imports/batch/imports.entity.ts';
import {
  type BatchRow,
  countAbolished,
  selectEvents,
  selectWritten,
} from '#modules/imports/batch/imports.queries.ts';
import type { Written, WrittenTable } from '#modules/imports/batch/outcome.ts';
import type { RecordEvent } from '#modules/imports/staging/since.rules.ts';
import {
  changedOrganizations,
  removeOrganizations,
} from '#modules/organization/organization.bulk.service.ts';
import {
  changedPairings,
  countOtherPairingsOf,
  countPairingsPastRestoring,
  removePairings,
  writePairings,
} from '#modules/pairing/pairing.bulk.service.ts';
import {
  changedProblems,
  changedVisits,
  countAddedToVisits,
  countVisitsBuiltOn,
  removeVisits,
} from '#modules/visit/visit.bulk.service.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { countyOf } from '#platform/read/county-of.ts';
import type { Kept } from '#platform/write/bulk.ts';
import { command } from '#platform/write/command.ts';
import { lockRow } from '#platform/write/lock.ts';
import { update } from '#platform/write/write.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { staysImported } from '#schema/codes/imports/import-needs.ts';
import type { RollBackImportInput } from '#schema/imports/imports.type.ts';
import { countAddedSince } from './roll-back.queries.ts';
import { isAsLeft, isTakenBack } from './roll-back.rules.ts';

const action = 'rollBackImport';

/** Undoes everything a batch wrote, or nothing if later changes depend on it. */
export async function rollBackImport(ctx: Context, input: RollBackImportInput) {
  const countyCode = countyOf(importBatchEntity, input.batchId, 'input.batchId');
  return command(ctx, action, countyCode, input, async (work) => {
    const before = await lockRow(work, importBatchEntity, input.batchId, 'input.batchId', 'import.run');
    const at = (code: 'ALREADY_ROLLED_BACK' | 'IMPORT_RUNNING' | 'IMPORT_NOT_READY') =>
      refuse(code, { 'input.batchId': code });
    if (before.status === 'ROLLED_BACK') throw at('ALREADY_ROLLED_BACK');
    if (before.status === 'RUNNING') throw at('IMPORT_RUNNING');
    // A failed check has counted rows and written none; it is to be repeated.
    const isBroken = before.status === 'FAILED' && before.startedAt !== null && before.processed > 0;
    if (before.status !== 'DONE' && !isBroken) throw at('IMPORT_NOT_READY');
    if (staysImported.has(before.kind as ImportKind))
      throw refuse('IMPORT_STAYS', { 'input.batchId': 'IMPORT_STAYS' });
    const rows = (await selectWritten(work, before)).flatMap(
      (row) => JSON.parse(row.written ?? '[]') as Written[],
    );
    const written = gather(await standing(work, countyCode, rows));
    const builtUpon = await countBuiltUpon(work, before, written);
    if (builtUpon > 0) throw refuse('BUILT_UPON', { 'input.batchId': 'BUILT_UPON' }, { builtUpon });
    await undo(work, countyCode, written);
    const changes = { status: 'ROLLED_BACK', finishedAt: ctx.clock.now().toISOString() };
    await update(work, importBatchEntity, before, changes, { action });
    return { importBatch: [countyCode, before.id] };
  });
}

interface Undo {
  readonly kept: readonly Kept[];
  readonly made: readonly string[];
  readonly changed: readonly { readonly id: string; readonly before: Readonly<Record<string, unknown>> }[];
}
type Undos = Readonly<Record<WrittenTable, Undo>>;

/**
 * What a batch wrote, without transfers that were undone by hand since: nothing of them is left to undo, and the later
 * history of those pairings does not depend on the list.
 */
async function standing(work: WorkContext, countyCode: string, written: readonly Written[]) {
  const versions = new Map<string, number[]>();
  for (const { table, id, version } of written)
    if (table === 'pairing') versions.set(id, [...(versions.get(id) ?? []), version]);
  const kept = [...versions].map(([id, all]) => ({ id, version: all.at(-1) ?? 0 }));
  const events = await eventsOf(work, countyCode, 'Pairing', await changedPairings(work, countyCode, kept));
  return written.filter(({ id }) => !isTakenBack(events.get(id) ?? [], versions.get(id) ?? []));
}

/** The state of each record before and after the batch, whichever rows wrote it. */
function gather(written: readonly Written[]): Undos {
  const first = new Map<string, Written>();
  const last = new Map<string, Written>();
  for (const one of written) {
    if (!first.has(one.id)) first.set(one.id, one);
    last.set(one.id, one);
  }
  const of = (table: WrittenTable): Undo => {
    const all = [...first.values()].filter((one) => one.table === table);
    return {
      kept: all.map(({ id }) => ({ id, version: last.get(id)?.version ?? 0 })),
      made: all.filter(({ before }) => before === null).map(({ id }) => id),
      changed: all.flatMap(({ id, before }) => (before === null ? [] : [{ id, before }])),
    };
  };
  return {
    organization: of('organization'),
    cadre: of('cadre'),
    household: of('household'),
    category: of('category'),
    member: of('member'),
    pairing: of('pairing'),
    visit: of('visit'),
    problem: of('problem'),
  };
}

/**
 * Counts what prevents rolling back: records changed since, other records that refer to what the batch created or
 * moved, and states that cannot be restored: help by a cadre who has left, to a closed household, an abolished
 * division.
 */
async function countBuiltUpon(work: WorkContext, batch: BatchRow, undos: Undos): Promise<number> {
  const { countyCode } = batch;
  const { organization, cadre, household, category, member, pairing, visit, problem } = undos;
  const movedBack = household.changed.flatMap(({ id, before: { villageCode } }) =>
    typeof villageCode === 'string' ? [{ id, villageCode }] : [],
  );
  const counts = [
    await countStillChanged(work, countyCode, {
      Organization: await changedOrganizations(work, countyCode, organization.kept),
      Cadre: await changedCadres(work, countyCode, cadre.kept),
      Household: await changedHouseholds(work, countyCode, household.kept),
      Member: await changedMembers(work, countyCode, member.kept),
      Pairing: await changedPairings(work, countyCode, pairing.kept),
      Visit: await changedVisits(work, countyCode, visit.kept),
      Problem: await changedProblems(work, countyCode, problem.kept),
    }),
    await countOtherCadresOf(work, countyCode, organization.made, cadre.made),
    await countOnFileOf(work, countyCode, household.made, {
      memberIds: member.made,
      categoryIds: category.made,
    }),
    await countOtherPairingsOf(
      work,
      countyCode,
      { householdIds: household.made, cadreIds: cadre.made },
      pairing.made,
    ),
    await countPairingsPastRestoring(
      work,
      countyCode,
      pairing.changed.flatMap(({ id, before }) => (before.endedOn === null ? [id] : [])),
      pairing.made,
    ),
    await countAbolished(
      work,
      movedBack.map(({ villageCode }) => villageCode),
    ),
    await countAddedSince(
      work,
      batch,
      movedBack,
      [category, member, pairing, visit, problem].flatMap(({ made }) => made),
    ),
    await countVisitsBuiltOn(work, countyCode, {
      householdIds: household.made,
      pairingIds: pairing.made,
      cadreIds: cadre.made,
    }),
    await countAddedToVisits(work, countyCode, visit.made, problem.made),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Records with another version whose later changes were not undone. */
async function countStillChanged(
  work: WorkContext,
  countyCode: string,
  changed: Readonly<Record<string, readonly Kept[]>>,
): Promise<number> {
  let count = 0;
  for (const [entity, kept] of Object.entries(changed)) {
    const events = await eventsOf(work, countyCode, entity, kept);
    count += kept.filter(({ id, version }) => !isAsLeft(events.get(id) ?? [], version)).length;
  }
  return count;
}

async function eventsOf(work: WorkContext, countyCode: string, entity: string, records: readonly Kept[]) {
  const ids = records.map(({ id }) => id);
  const events = new Map<string, RecordEvent[]>(ids.map((id) => [id, []]));
  for (const event of await selectEvents(work, countyCode, entity, ids))
    events.get(event.entityId)?.push(event);
  return events;
}

/** In the reverse order of the modules: referring records are deleted before those they refer to. */
async function undo(work: WorkContext, countyCode: string, undos: Undos): Promise<void> {
  const { organization, cadre, household, category, member, pairing, visit, problem } = undos;
  await removeVisits(work, countyCode, action, { visits: visit.made, problems: problem.made });
  await removePairings(work, countyCode, action, pairing.made);
  for (const ended of alike(pairing)) await writePairings(work, countyCode, action, { ended, begun: [] });
  await removeFromRegister(work, countyCode, action, {
    households: household.made,
    members: member.made,
    categories: category.made,
  });
  const nothing = { households: [], members: [], categories: [] };
  const none = { householdChanges: [], memberChanges: [], categoryChanges: [] };
  for (const categoryChanges of alike(category))
    await writeRegister(work, countyCode, action, { ...nothing, ...none, categoryChanges });
  for (const householdChanges of alike(household))
    await writeRegister(work, countyCode, action, { ...nothing, ...none, householdChanges });
  for (const memberChanges of alike(member))
    await writeRegister(work, countyCode, action, { ...nothing, ...none, memberChanges });
  await removeCadres(work, countyCode, action, cadre.made);
  for (const changes of alike(cadre)) await updateCadres(work, countyCode, action, changes);
  await removeOrganizations(work, countyCode, action, organization.made);
}

interface Restored {
  readonly id: string;
  readonly before: object;
  readonly after: Record<string, unknown> & { id: string };
}

/** Groups changes that restore the same columns. */
function alike({ changed }: Undo): Restored[][] {
  const groups = new Map<string, Restored[]>();
  for (const { id, before } of changed) {
    const columns = Object.keys(before).join(' ');
    const restored = { id, before: {}, after: { ...before, id } };
    groups.set(columns, [...(groups.get(columns) ?? []), restored]);
  }
  return [...groups.values()];
}
