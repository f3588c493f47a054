import type { WorkContext } from '#platform/core/context.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { removeMany, sendMany } from '#platform/write/many.ts';
import type { OrganizationLevel } from '#schema/codes/organization.codes.ts';
import { selectByNames, selectNames, staleOrganizations } from './organization.bulk.queries.ts';
import { organizationEntity } from './organization.entity.ts';

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
  sendMany(work, organizationEntity, made, { action });
}

export const changedOrganizations = staleOrganizations;

export async function removeOrganizations(
  work: WorkContext,
  countyCode: string,
  action: string,
  ids: readonly string[],
): Promise<void> {
  await removeMany(work, organizationEntity, countyCode, ids, { action });
}
