import { sql } from 'drizzle-orm';
import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';

/** Which process is at which job of the queue, and when it last said so: the queue itself knows of no process that dies. */
export const jobRun = pgTable(
  'job_run',
  {
    queue: text().notNull(),
    jobId: uuid().notNull(),
    /** Made up by each process at its start. */
    processId: uuid().notNull(),
    /** By the clock of the database, which all processes share. */
    seenAt: instant().notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.queue, t.jobId] })],
);
