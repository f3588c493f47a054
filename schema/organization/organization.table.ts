import { pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { OrganizationLevel } from '#schema/codes/organization.codes.ts';
import { county } from '#schema/county/county.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { countyCode, createdAt, rowId, version } from '../columns.ts';

export const organization = pgTable(
  'organization',
  {
    countyCode: countyCode().references(() => county.countyCode),
    id: rowId(),
    name: text().notNull(),
    pinyin: text().notNull(),
    level: coded(OrganizationLevel).notNull(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    uniqueIndex('organization_name').on(t.countyCode, t.name),
    ...codeChecks('organization', t),
  ],
);
