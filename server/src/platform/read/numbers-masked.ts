import { type SQL, sql } from 'drizzle-orm';
import { mayHoldNumber, numbersInRecord } from '#schema/person/numbers-in-prose.ts';

const literal = (text: string): SQL => sql.raw(`'${text}'`);

/** Masks personal numbers within the JSON text of a record, like `maskNumbers`. */
export const numbersMasked = (text: SQL): SQL =>
  sql`case when ${text} ~ ${literal(mayHoldNumber)}
    then regexp_replace(${text}, ${literal(numbersInRecord)}, ${literal(String.raw`****\1\2\3\4`)}, 'g') else ${text} end`;
