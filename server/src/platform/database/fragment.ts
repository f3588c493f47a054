import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';

/** SQL with its values taken out: one text more than there are values, which stand between the texts. */
export interface Fragment {
  readonly texts: readonly string[];
  readonly values: readonly unknown[];
}

const dialect = new PgDialect({ casing: 'snake_case' });

/** Splits an expression into texts and values. Takes microseconds for each part, so results should be reused. */
export function fragmentOf(expression: SQL): Fragment {
  const { sql: text, params: values } = dialect.sqlToQuery(expression);
  const texts = text.split(/\$\d+/);
  if (texts.length !== values.length + 1) throw new Error('a dollar sign in the text of an expression');
  return { texts: onlyOnce(knownTexts, text, texts), values };
}

/** Texts of expressions by the whole of them, see `onlyOnce`. */
export const knownTexts = new Map<string, readonly string[]>();
const mostKnownTexts = 5_000;

/** The same list for the same text, so that a statement is known by its parts without reading them. */
export function onlyOnce(
  known: Map<string, readonly string[]>,
  text: string,
  texts: readonly string[],
): readonly string[] {
  const found = known.get(text);
  if (found) return found;
  if (known.size >= mostKnownTexts) known.clear();
  known.set(text, texts);
  return texts;
}
