import { sql } from 'drizzle-orm';
import { ID, Int } from 'type-graphql';
import { divisionEntity } from '#modules/division/division.entity.ts';
import { organizationEntity } from '#modules/organization/organization.entity.ts';
import { movesWithDivision } from '#platform/feed/place.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import { codeFilters } from '#platform/read/code-filters.ts';
import { by, defineEntity, one } from '#platform/read/entity.ts';
import { byDivisionOfCounty, inDivision } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { project } from '#schema/project/project.table.ts';
import { Project } from '#schema/project/project.type.ts';
import { foldLine } from '#schema/text.ts';

export const projectEntity = defineEntity({
  type: Project,
  table: project,
  feed: {},
  place: movesWithDivision(),
  plural: 'projects',
  right: 'project.read',
  scope: byDivisionOfCounty('divisionCode'),
  query: { one: 'project', list: 'projects' },
  defaultSort: [
    { field: 'YEAR', direction: 'DESC' },
    { field: 'NAME', direction: 'ASC' },
  ],
  sorts: {
    YEAR: { description: 'By the year of the plan.', sql: by('year') },
    NAME: { description: 'By pinyin of the name.', sql: by('pinyin') },
    NUMBER: { description: 'By number.', sql: by('number') },
    BUDGET: { description: 'By the budget.', sql: by('budget') },
  },
  filters: {
    ...codeFilters(project),
    divisionCode: {
      type: () => String,
      description: 'In this division or below it.',
      sql: inDivision('divisionCode'),
    },
    year: {
      type: () => Int,
      description: 'Of the plan of this year.',
      sql: (columns, year: number) => sql`${columns.year} = ${year}`,
    },
    number: {
      type: () => String,
      description: 'With this number in the library.',
      sql: (columns, number: string) => sql`${columns.number} = ${foldLine(number)}`,
    },
    organizationId: {
      type: () => ID,
      rights: [organizationEntity.right],
      description: 'Carried out by this organization.',
      sql: byGlobalId(() => organizationEntity, 'organizationId'),
    },
    search: {
      type: () => String,
      description: 'Part of the name, its pinyin or initials.',
      sql: searching('name', 'pinyin'),
    },
  },
  relations: {
    division: one(() => divisionEntity, { divisionCode: 'code' }, 'Where it is.', { nullable: false }),
    organization: one(
      () => organizationEntity,
      { countyCode: 'countyCode', organizationId: 'id' },
      'The unit that carries it out.',
    ),
  },
});
