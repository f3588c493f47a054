import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { DivisionLevel } from '#schema/codes/division.codes.ts';
import { codeChecks, coded } from '../coded.ts';
import { day } from '../columns.ts';
import { insertOnlyTable } from '../insert-only.ts';
import { gramsIn } from '../search.ts';

/** Reference table: the official codes whose prefix is their parent (2, 4, 6, 9, 12 digits). */
export const division = pgTable(
  'division',
  {
    code: text().primaryKey(),
    level: coded(DivisionLevel).notNull(),
    parentCode: text(),
    name: text().notNull(),
    shortName: text().notNull(),
    /** Names from the province down, parted by a blank; shown wherever a name alone could be mistaken. */
    path: text().notNull(),
    pinyin: text().notNull(),
    abolishedOn: day(),
  },
  (t) => [
    index('division_parent').on(t.parentCode, t.code),
    index('division_search').using('gin', gramsIn([t.name, t.pinyin])),
    check('division_code_shape', sql`${t.code} ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'`),
    ...codeChecks('division', t),
  ],
);

/** Old code to new code, kept for ever: imports and links that carry an old code still find their place. */
export const divisionChange = insertOnlyTable(
  'division_change',
  { oldCode: text().notNull(), newCode: text().notNull(), effectiveOn: day().notNull() },
  (t) => [primaryKey({ columns: [t.oldCode, t.newCode] })],
);
