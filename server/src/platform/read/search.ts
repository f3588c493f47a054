import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { gramsIn } from '#schema/search.ts';
import { foldName } from '#schema/text.ts';
import type { Columns } from './entity.ts';

/**
 * Pieces that every text holding `text` has in its index, as search_grams of the migrations cuts them: pairs of
 * characters, single ones outside a–z and 0–9, triples within. The longest pieces, side by side: a few that hardly
 * overlap let the planner guess well how many rows have them all.
 */
export function gramsOf(text: string): string[] {
  return text
    .split(' ')
    .flatMap((word) => {
      const letters = [...word];
      const isPlain = /^[a-z0-9]*$/.test(word);
      const size = Math.min(letters.length, isPlain ? 3 : 2);
      if (size === 0 || (isPlain && size === 1)) return [];
      const starts = Array.from({ length: Math.floor(letters.length / size) }, (_, at) => at * size);
      if (letters.length % size > 0) starts.push(letters.length - size);
      return starts.map((start) => letters.slice(start, start + size).join(''));
    })
    .filter((gram, at, all) => all.indexOf(gram) === at);
}

/**
 * A search box: one of the columns holds the text, in any letter case. The pieces find the rows by the index, the text
 * itself decides; it stands as `<> 0`, which the planner takes for nearly always true, so that it does not count the
 * same condition twice.
 */
function holding(columns: readonly (PgColumn | SQL)[], text: string): SQL {
  // As lower() does in the collation of the index, so that neither folds a letter the other leaves.
  const wanted = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const held = columns.map((column) => sql`strpos(lower(${column} collate "C"), ${wanted}) <> 0`);
  const grams = gramsOf(wanted);
  const exact = sql`(${sql.join(held, sql` or `)})`;
  return grams.length === 0 ? exact : sql`(${gramsIn(columns)} @> ${sql.param(grams)}::text[] and ${exact})`;
}

const columnsNamed = (columns: Columns, names: readonly string[]) =>
  names.flatMap((name) => columns[name] ?? []);

/** For a filter, by the columns that hold a name and what it is searched by: what a sheet shows finds what is kept of it. */
export const searching =
  (...names: string[]) =>
  (columns: Columns, text: string): SQL =>
    holding(columnsNamed(columns, names), foldName(text));

/** The same over words of people, which are kept as they were written. */
export const searchingProse =
  (...names: string[]) =>
  (columns: Columns, text: string): SQL =>
    holding(columnsNamed(columns, names), text.trim());
