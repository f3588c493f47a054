import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { ProjectKind } from '#schema/codes/money/project.codes.ts';
import { county } from '#schema/county/county.table.ts';
import { organization } from '#schema/organization/organization.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { countyCode, createdAt, rowId, version } from '../columns.ts';
import { gramsIn } from '../search.ts';

/** What money of support funds is used for, as the project library of a county has it. */
export const project = pgTable(
  'project',
  {
    countyCode: countyCode().references(() => county.countyCode),
    id: rowId(),
    /** The number of the library; projects are often entered before they have one. */
    number: text(),
    name: text().notNull(),
    pinyin: text().notNull(),
    kind: coded(ProjectKind).notNull(),
    year: integer().notNull(),
    /** The unit that carries it out. */
    organizationId: uuid(),
    /** Where it is: the county, a township or a village. */
    divisionCode: text().notNull(),
    budget: bigint({ mode: 'bigint' }),
    content: text(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      columns: [t.countyCode, t.organizationId],
      foreignColumns: [organization.countyCode, organization.id],
    }),
    uniqueIndex('project_number').on(t.countyCode, t.number),
    index('project_place').on(t.countyCode, t.divisionCode),
    index('project_year').on(t.countyCode, t.year, t.pinyin),
    index('project_organization').on(t.countyCode, t.organizationId),
    index('project_search').using('gin', gramsIn([t.name, t.pinyin])),
    check('project_in_county', sql`starts_with(${t.divisionCode}, ${t.countyCode})`),
    check('project_years', sql`${t.year} between 2000 and 2100`),
    check('project_budget', sql`${t.budget} >= 0`),
    ...codeChecks('project', t),
  ],
);
