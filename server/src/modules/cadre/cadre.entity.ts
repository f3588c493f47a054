import { eq, or, type SQL, sql } from 'drizzle-orm';
import { ID } from 'type-graphql';
import { divisionEntity } from '#modules/division/division.entity.ts';
import { organizationEntity } from '#modules/organization/organization.entity.ts';
import type { Context } from '#platform/context.ts';
import { phoneHash } from '#platform/personal.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import { type Columns, defineEntity, extendEntity, list, one } from '#platform/read/entity.ts';
import { byCounty, inDivision, matching, oneOf } from '#platform/read/scope.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { Cadre } from '#schema/cadre/cadre.type.ts';
import { CadreStatus } from '#schema/codes/organization.codes.ts';
import { isPhone } from '#schema/person/phone.ts';

export const cadreEntity = defineEntity({
  type: Cadre,
  table: cadre,
  plural: 'cadres',
  right: 'cadre.read',
  scope: byCounty(),
  query: { one: 'cadre', list: 'cadres' },
  defaultSort: [{ field: 'NAME', direction: 'ASC' }],
  sorts: {
    NAME: { description: 'By pinyin of the name.', sql: (t) => sql`${t.pinyin}` },
    DIVISION: { description: 'By division code.', sql: (t) => sql`${t.divisionCode}` },
    CREATED_AT: { description: 'By the making of the record.', sql: (t) => t.createdAt ?? sql`null` },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'Working in this division or below it.',
      sql: inDivision('divisionCode'),
    },
    organizationId: {
      type: () => ID,
      description: 'Of this organization.',
      sql: byGlobalId(() => organizationEntity, 'organizationId'),
    },
    status: { type: () => [CadreStatus.enum], description: 'Any of these.', sql: oneOf('status') },
    search: {
      type: () => String,
      description: 'Part of the name, pinyin, initials, or a whole phone number.',
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

function searchCadre(t: Columns, text: string, ctx: Context): SQL {
  const byName = matching('name', 'pinyin')(t, text);
  if (!isPhone(text) || !t.phoneHash) return byName;
  return or(byName, eq(t.phoneHash, phoneHash(ctx, text))) ?? byName;
}

extendEntity(organizationEntity, {
  relations: {
    cadres: list(() => cadreEntity, { countyCode: 'countyCode', id: 'organizationId' }, 'Its cadres.'),
  },
});
