import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { BookEventKind } from '#schema/codes/money/fund.codes.ts';
import { county } from '#schema/county/county.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { countyCode, day, instant, rowId, version } from '../columns.ts';
import { insertOnlyTable } from '../insert-only.ts';

/** The books of a county: through which day they are closed. */
export const fundBook = pgTable('fund_book', {
  countyCode: countyCode()
    .primaryKey()
    .references(() => county.countyCode),
  closedThrough: day(),
  version: version(),
});

/** Each closing of the books, each reopening and who asked for it. */
export const fundBookEvent = insertOnlyTable(
  'fund_book_event',
  {
    countyCode: countyCode().references(() => county.countyCode),
    id: rowId(),
    kind: coded(BookEventKind).notNull(),
    /** The books are closed through this day afterwards, or are asked to be; empty: nothing is closed. */
    closedThrough: day(),
    formerlyThrough: day(),
    reason: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    /** The request that a reopening answers. */
    requestId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('fund_book_event_order').on(t.countyCode, t.recordedAt),
    ...codeChecks('fund_book_event', t),
  ],
);
