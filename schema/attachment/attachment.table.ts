import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { county } from '#schema/county/county.table.ts';
import { visit } from '#schema/visit/visit.table.ts';
import { countyCode, instant, rowId } from '../columns.ts';

/** A stored file: first an upload of one person, then the photo of a visit or the source of an import. */
export const attachment = pgTable(
  'attachment',
  {
    countyCode: countyCode().references(() => county.countyCode),
    id: rowId(),
    /** Null while it is only uploaded. */
    visitId: uuid(),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    byteSize: integer().notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
    capturedAt: instant(),
    uploadedAt: instant().notNull(),
    uploadedBy: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({ columns: [t.countyCode, t.visitId], foreignColumns: [visit.countyCode, visit.id] }),
    index('attachment_visit').on(t.countyCode, t.visitId),
  ],
);
