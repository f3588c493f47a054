import { divisionEntity } from '#modules/division/division.entity.ts';
import { by, defineEntity, one } from '#platform/read/entity.ts';
import { byCounty, byWholeCounty, inDivision, oneOf } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { OrganizationLevel } from '#schema/codes/organization.codes.ts';
import { organization } from '#schema/organization/organization.table.ts';
import { Organization } from '#schema/organization/organization.type.ts';

export const organizationEntity = defineEntity({
  type: Organization,
  table: organization,
  removable: true,
  feed: {},
  plural: 'organizations',
  right: 'organization.read',
  scope: byCounty(),
  lockScope: byWholeCounty(),
  query: { one: 'organization', list: 'organizations' },
  defaultSort: [{ field: 'NAME', direction: 'ASC' }],
  sorts: {
    NAME: { description: 'By pinyin of the name.', sql: by('pinyin') },
    LEVEL: { description: 'By level.', sql: by('level') },
    CREATED_AT: { description: 'By the making of the record.', sql: by('createdAt') },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'In the directories of this division.',
      sql: inDivision('countyCode'),
    },
    level: { type: () => [OrganizationLevel.enum], description: 'Any of these levels.', sql: oneOf('level') },
    search: {
      type: () => String,
      description: 'Part of the name, pinyin or initials.',
      sql: searching('name', 'pinyin'),
    },
  },
  relations: {
    county: one(() => divisionEntity, { countyCode: 'code' }, 'The county whose directory it is in.', {
      nullable: false,
    }),
  },
});
