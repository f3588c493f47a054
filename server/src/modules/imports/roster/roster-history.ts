import { selectEvents } from '#modules/imports/batch/imports.queries.ts';
import { historiesOf } from '#modules/imports/staging/since.rules.ts';
import type { Bounds } from '#modules/imports/staging/stage.ts';
import { tieKey } from '#modules/imports/staging/ties.ts';
import { namesOfOrganizations } from '#modules/organization/organization.bulk.service.ts';
import type { Context } from '#platform/core/context.ts';
import type { RosterRow } from './roster.rules.ts';
import { cadreChangedBy } from './roster-cadre.ts';
import { householdAfter } from './roster-household.ts';
import type { RosterIndex } from './roster-index.ts';
import { readRecords } from './roster-records.ts';

/** Reads the records that some rows are about and, where a row differs, their later changes. */
export async function readUpRoster(
  ctx: Context,
  index: RosterIndex,
  rows: readonly RosterRow[],
  bounds: Bounds,
  lock: boolean,
): Promise<void> {
  await readRecords(ctx, index, rows, bounds, lock);
  const households = new Set<string>();
  const cadres = new Set<string>();
  const organizations = new Set<string>();
  for (const row of rows) {
    for (const { household } of index.persons.get(tieKey(ctx, row)) ?? []) {
      const entry = index.entries.get(household.id);
      if (entry && householdAfter(ctx, entry, row)) households.add(household.id);
    }
    for (const { facts } of row.helpers) {
      const cadre = cadreChangedBy(ctx, index, facts);
      if (!cadre) continue;
      cadres.add(cadre.id);
      if (cadre.organizationId) organizations.add(cadre.organizationId);
    }
  }
  const unnamed = [...organizations].filter((id) => !index.organizationNames.has(id));
  if (unnamed.length > 0)
    for (const { id, name } of await namesOfOrganizations(ctx, index.countyCode, unnamed))
      index.organizationNames.set(id, name);
  await readHistories(ctx, index, 'Household', households);
  await readHistories(ctx, index, 'Cadre', cadres);
}

async function readHistories(
  ctx: Context,
  index: RosterIndex,
  entity: string,
  wanted: ReadonlySet<string>,
): Promise<void> {
  const ids = [...wanted].filter((id) => !index.histories.has(id));
  const found = historiesOf(await selectEvents(ctx, index.countyCode, entity, ids));
  for (const id of ids) index.histories.set(id, found.get(id) ?? new Map());
}
