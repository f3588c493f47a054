import { sql } from 'drizzle-orm';
import type { ComputedField } from '#platform/read/entity.ts';
import { apiToken, appUser } from '#schema/identity/identity.table.ts';

/** The name of the acting user, readable with the record; the account itself needs a right of its own. */
export const whoDid = (column: string, description: string): ComputedField => ({
  type: () => String,
  nullable: true,
  description: `${description} Null where the system did it itself.`,
  sql: (t) => sql`(select who.display_name from ${appUser} as who where who.id = ${t[column]})`,
});

/** The name of the token a program used. */
export const whichToken = (column: string, description: string): ComputedField => ({
  type: () => String,
  nullable: true,
  description: `${description} Null where no token was used.`,
  sql: (t) => sql`(select which.name from ${apiToken} as which where which.id = ${t[column]})`,
});
