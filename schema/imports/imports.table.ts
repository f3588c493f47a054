import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ImportKind, ImportRowResult, ImportStatus } from '#schema/codes/imports/import.codes.ts';
import { county } from '#schema/county/county.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { countyCode, createdAt, day, instant, jsonText, rowId, version } from '../columns.ts';

/** One spreadsheet on its way in: read, tried without writing, written in batches of rows, maybe rolled back. */
export const importBatch = pgTable(
  'import_batch',
  {
    countyCode: countyCode().references(() => county.countyCode),
    id: rowId(),
    /** Rows outside are refused: the county, or the township of who imports. */
    divisionCode: text().notNull(),
    kind: coded(ImportKind).notNull(),
    fileName: text().notNull(),
    fileHash: text().notNull(),
    /** Where the file lies in the file storage. */
    storageKey: text().notNull(),
    /** The day the list speaks of; what changed later stays as it is on record. */
    asOf: day(),
    status: coded(ImportStatus).notNull(),
    /** What the header row gave: sheet, rows of the header, recognised and ignored columns. */
    columns: jsonText().notNull(),
    total: integer().notNull().default(0),
    /** Rows written so far; a broken run goes on from here. */
    processed: integer().notNull().default(0),
    created: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    rejected: integer().notNull().default(0),
    failure: text(),
    createdBy: uuid(),
    /** Whose rights the import runs with; null where the command line runs it. */
    startedBy: uuid(),
    createdAt: createdAt(),
    startedAt: instant(),
    finishedAt: instant(),
    /** When the file, which holds whole numbers, was deleted; null while it can be read again. */
    fileDeletedAt: instant(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('import_batch_created').on(t.countyCode, t.createdAt),
    check(
      'import_batch_counts',
      sql`${t.created} + ${t.updated} + ${t.unchanged} + ${t.rejected} <= ${t.total}`,
    ),
    ...codeChecks('import_batch', t),
  ],
);

/** What a heading of the sheets of a county means, as somebody said once: asked again no more. */
export const importHeading = pgTable(
  'import_heading',
  {
    countyCode: countyCode().references(() => county.countyCode),
    kind: coded(ImportKind).notNull(),
    /** In the form in which headings are compared. */
    heading: text().notNull(),
    /** Key of the column; null: the heading means nothing to the import. */
    columnKey: text(),
    setBy: uuid(),
    setAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.kind, t.heading] }), ...codeChecks('import_heading', t)],
);

/** What became of one row, and what must be undone to roll it back. */
export const importRow = pgTable(
  'import_row',
  {
    countyCode: countyCode(),
    batchId: uuid().notNull(),
    /** As the spreadsheet shows it. */
    rowNumber: integer().notNull(),
    result: coded(ImportRowResult).notNull(),
    /** [{column, code, value}] of a refused row; of numbers and phones the value shows its end only. */
    errors: jsonText(),
    /** [{column, before, after}] of a row that changes what is on record, masked alike. */
    changes: jsonText(),
    /** [{column, code, value}] of what should be looked at although the row is not refused, masked alike. */
    warnings: jsonText(),
    /** [{table, id, version, before}] of what this row wrote. */
    written: jsonText(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.batchId, t.rowNumber] }),
    foreignKey({
      columns: [t.countyCode, t.batchId],
      foreignColumns: [importBatch.countyCode, importBatch.id],
    }),
    ...codeChecks('import_row', t),
  ],
);
