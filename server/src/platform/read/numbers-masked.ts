import { type SQL, sql } from 'drizzle-orm';
import { mayHoldNumber, numbersInRecord } from '#schema/person/numbers-in-prose.ts';

const literal = (text: string): SQL => sql.raw(`'${text}'`);

/** The JSON text of a record with the numbers of people masked that somebody wrote into it, as `maskNumbers` does it. */
export const numbersMasked = (text: SQL): SQL =>
  sql`case when ${text} ~ ${literal(mayHoldNumber)}
    then regexp_replace(${text}, ${literal(numbersInRecord)}, ${literal(String.raw`****\1\2\3\4`)}, 'g') else ${text} end`;
