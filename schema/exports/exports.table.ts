import { bigint, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { ExportFormat, ExportStatus } from '#schema/codes/export.codes.ts';
import { appUser } from '#schema/identity/identity.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { bytes, createdAt, emptyTextList, instant, jsonText, version } from '../columns.ts';

/** A large read written to a file in the background. Not county data: one may cover a whole province. */
export const exportJob = pgTable(
  'export_job',
  {
    id: uuid().primaryKey(),
    /** What it covers: this division and all below; empty is the whole country. */
    divisionCode: text().notNull(),
    type: text().notNull(),
    format: coded(ExportFormat).notNull(),
    /** Paths of the fields, such as `village.path`. */
    fields: emptyTextList(),
    /** Sealed, since people search by name and number. */
    filterCipher: bytes(),
    /** Language of headings and labels. */
    lang: text().notNull(),
    purpose: text().notNull(),
    status: coded(ExportStatus).notNull().default('QUEUED'),
    total: integer(),
    done: integer().notNull().default(0),
    byteSize: bigint({ mode: 'number' }),
    failure: text(),
    /** Where the file lies in the file storage; while the job runs, where it is being written. */
    storageKey: text(),
    /** What the person could see when the file was written: whoever sees less today may not have it. */
    seen: jsonText(),
    startedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    /** The token it was asked for by; it never holds more than the token. */
    tokenId: uuid(),
    createdAt: createdAt(),
    startedAt: instant(),
    finishedAt: instant(),
    expiresAt: instant(),
    version: version(),
  },
  (t) => [
    index('export_job_owner').on(t.startedBy, t.createdAt),
    index('export_job_created').on(t.createdAt),
    ...codeChecks('export_job', t),
  ],
);
