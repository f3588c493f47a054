import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** The pieces of some columns, for an index `using gin` and for whoever wants to be served by it. */
export const gramsIn = (columns: readonly (AnyPgColumn | SQL)[]): SQL =>
  sql`(search_grams(${sql.join([...columns], sql` || ' ' || `)}) collate "C")`;
