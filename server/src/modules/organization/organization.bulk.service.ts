import { recordMany, recordRemoved } from '#platform/audit/many.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import type { OrganizationLevel } from '#schema/codes/organization.codes.ts';
import {
  deleteOrganizations,
  selectByNames,
  selectNames,
  sendOrganizations,
  staleOrganizations,
} from './organization.bulk.queries.ts';

export interface KnownOrganization {
  readonly id: string;
  readonly name: string;
}

export interface NewOrganization extends KnownOrganization {
  readonly level: OrganizationLevel;
}

/** Organizations of a county by their exact names. */
export const organizationsByName = selectByNames;
export const namesOfOrganizations = selectNames;

export function addOrganizations(
  work: WorkContext,
  countyCode: string,
  action: string,
  rows: readonly NewOrganization[],
): void {
  const createdAt = work.clock.now().toISOString();
  const made = rows.map(({ id, name, level }) => ({
    countyCode,
    id,
    name,
    pinyin: pinyinKeys(name, 'place'),
    level,
    createdAt,
    version: 1,
  }));
  sendOrganizations(work, made);
  recordMany(work, { countyCode, action, entity: 'Organization' }, made);
}

export const changedOrganizations = staleOrganizations;

export async function removeOrganizations(
  work: WorkContext,
  countyCode: string,
  action: string,
  ids: readonly string[],
): Promise<void> {
  const gone = await deleteOrganizations(work, countyCode, ids);
  recordRemoved(work, { countyCode, action, entity: 'Organization' }, gone);
}
