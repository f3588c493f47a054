import { type SQL, sql } from 'drizzle-orm';
import { ID } from 'type-graphql';
import { divisionEntity } from '#modules/division/division.entity.ts';
import { organizationEntity } from '#modules/organization/organization.entity.ts';
import type { Context } from '#platform/core/context.ts';
import { movesWithDivision } from '#platform/feed/place.ts';
import { phoneHash } from '#platform/people/personal.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import { by, type Columns, defineEntity, extend, list, one } from '#platform/read/entity.ts';
import { byCounty, inDivision, oneOf } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { Cadre } from '#schema/cadre/cadre.type.ts';
import { CadreStatus } from '#schema/codes/organization.codes.ts';
import { type SoughtNumber, soughtNumber } from '#schema/person/sought-number.ts';

/** Cadres have a phone on record and no identity number. */
function soughtPhone(text: string): SoughtNumber | null {
  const number = soughtNumber(text);
  return number?.kind === 'PHONE' ? number : null;
}

function searchCadre(t: Columns, text: string, ctx: Context): SQL {
  const number = soughtPhone(text);
  return number ? sql`${t.phoneHash} = ${phoneHash(ctx, number.text)}` : searching('name', 'pinyin')(t, text);
}

export const cadreEntity = defineEntity({
  type: Cadre,
  table: cadre,
  removable: true,
  feed: {},
  place: movesWithDivision(),
  plural: 'cadres',
  right: 'cadre.read',
  scope: byCounty(),
  query: { one: 'cadre', list: 'cadres' },
  defaultSort: [{ field: 'NAME', direction: 'ASC' }],
  sorts: {
    NAME: { description: 'By pinyin of the name.', sql: by('pinyin') },
    DIVISION: { description: 'By division code.', sql: by('divisionCode') },
    CREATED_AT: { description: 'By the making of the record.', sql: by('createdAt') },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'Working in this division or below it.',
      sql: inDivision('divisionCode'),
    },
    organizationId: {
      type: () => ID,
      rights: [organizationEntity.right],
      description: 'Of this organization.',
      sql: byGlobalId(() => organizationEntity, 'organizationId'),
    },
    status: { type: () => [CadreStatus.enum], description: 'Any of these.', sql: oneOf('status') },
    search: {
      type: () => String,
      description: 'Part of the name, pinyin, initials, or a whole phone number.',
      sought: soughtPhone,
      sql: searchCadre,
    },
  },
  relations: {
    organization: one(
      () => organizationEntity,
      { countyCode: 'countyCode', organizationId: 'id' },
      'The organization the cadre belongs to.',
    ),
    division: one(() => divisionEntity, { divisionCode: 'code' }, 'Where the cadre works.', {
      nullable: false,
    }),
  },
});

/** Fields and relations added to types of other modules. */
export const cadreExtensions = [
  extend(organizationEntity, {
    relations: {
      cadres: list(() => cadreEntity, { countyCode: 'countyCode', id: 'organizationId' }, 'Its cadres.'),
    },
  }),
];
