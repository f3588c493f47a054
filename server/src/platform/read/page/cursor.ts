import { createHash } from 'node:crypto';
import { is, type SQL, sql } from 'drizzle-orm';
import { PgColumn } from 'drizzle-orm/pg-core';
import { invalid } from '#platform/core/errors.ts';
import type { Direction, Entity, Row } from '../entity.ts';
import { columnNamed, tableColumns } from '../select.ts';
import { isWrittenAs } from './cursor-value.ts';

/** One step of an order; the key's columns always end it, so that it is total. */
export interface SortStep {
  readonly expression: SQL | PgColumn;
  readonly sqlType: string;
  readonly direction: Direction;
  readonly nullable: boolean;
}

export interface OrderItem {
  readonly field: string;
  readonly direction?: Direction | null;
}

const stepOf = (expression: SQL | PgColumn, direction: Direction): SortStep => ({
  expression,
  direction,
  sqlType: is(expression, PgColumn) ? expression.getSQLType() : 'text',
  nullable: !(is(expression, PgColumn) && expression.notNull),
});

export function stepsOf(entity: Entity, orderBy: readonly OrderItem[]): SortStep[] {
  const columns = tableColumns(entity);
  const ordering = (orderBy.length > 0 ? orderBy : entity.defaultSort).flatMap((item) => {
    const expressions = entity.sorts[item.field]?.sql(columns);
    if (!expressions) throw invalid({ orderBy: 'SORT_INVALID' });
    return expressions.map((expression) => stepOf(expression, item.direction ?? 'ASC'));
  });
  // In the direction of what stands before, so that one index read forwards or backwards yields the order.
  const direction = ordering.at(-1)?.direction ?? 'ASC';
  const ends = entity.key.map((name) => stepOf(columnNamed(entity, name), direction));
  const seen = new Set<unknown>();
  return [...ordering, ...ends].filter(({ expression }) => !seen.has(expression) && seen.add(expression));
}

/** Rows without a value stand last; the words that say so would keep an index out where none can be without. */
export const orderOf = (steps: readonly SortStep[]): SQL[] =>
  steps.map(
    ({ expression, direction, nullable }) =>
      sql`${expression} ${sql.raw(direction)}${sql.raw(nullable ? ' nulls last' : '')}`,
  );

/** Where a row stands in the order, as text, selected beside it. */
export const placeColumns = (steps: readonly SortStep[]): Record<string, SQL> =>
  Object.fromEntries(steps.map((step, at) => [`place${at}`, sql`(${step.expression})::text`]));

/** Text of arguments, by which equal ones are known; amounts of money among them are no JSON. */
export const argumentsText = (args: unknown): string =>
  JSON.stringify(args, (_name, value) => (typeof value === 'bigint' ? value.toString() : value));

/**
 * Which list a cursor was taken from: the list, its order and its filter. In any other the place means nothing, and the
 * page after it would look like an end that is none.
 */
export function listMarkOf(list: string, entity: Entity, args: ListArgs): string {
  const filter = Object.entries(args.filter ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const where = args.where ? [args.where] : [];
  const order = args.orderBy?.length ? args.orderBy : entity.defaultSort;
  const steps = order.map(({ field, direction }) => [field, direction ?? 'ASC']);
  return createHash('sha256')
    .update(argumentsText([list, filter, steps, ...where]))
    .digest('base64url')
    .slice(0, 10);
}

interface ListArgs {
  readonly filter?: Readonly<Record<string, unknown>> | null;
  readonly where?: Readonly<Record<string, unknown>> | null;
  readonly orderBy?: readonly OrderItem[] | null;
}

/**
 * The mark of a list below one row, by the row's key: below another row the same list holds others, and a place in the
 * one says nothing about the other. A mark by itself has no colon.
 */
export const markBelow = (mark: string, parent: readonly unknown[]): string => [mark, ...parent].join(':');

export function cursorOf(row: Row, steps: readonly SortStep[], mark: string): string {
  const place = [mark, ...steps.map((_, at) => row[`place${at}`] ?? null)];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function decoded(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** The mark that a cursor carries, to be held against that of a list below a row; none where it is no cursor. */
export function markIn(cursor: string): string {
  const mark = decoded(cursor)[0];
  return typeof mark === 'string' && isWrittenAs('text', mark) ? mark : '';
}

/** A cursor may be made up: values that the database cannot parse are refused before. */
const isPlace = (value: unknown, sqlType: string): boolean =>
  value === null || (typeof value === 'string' && isWrittenAs(sqlType, value));

function readCursor(
  cursor: string,
  steps: readonly SortStep[],
  mark: string,
  path: string,
): (string | null)[] {
  const [from, ...place] = decoded(cursor);
  const sound =
    String(from).split(':', 1)[0] === mark &&
    place.length === steps.length &&
    place.every((value, at) => isPlace(value, steps[at]?.sqlType ?? 'text'));
  // Not a cursor of this list.
  if (!sound) throw invalid({ [path]: 'CURSOR_INVALID' });
  return place as (string | null)[];
}

/**
 * Rows that come after the cursor; nulls stand last in either direction. Whose list it is below a row, whoever calls
 * has to ask: only there is the row known.
 */
export function after(cursor: string, steps: readonly SortStep[], mark: string, path: string): SQL {
  const place = readCursor(cursor, steps, mark, path);
  const given = steps.map((step, at) => sql`${place[at] ?? null}::text::${sql.raw(step.sqlType)}`);
  const isOneWay = steps.every(({ direction, nullable }) => direction === steps[0]?.direction && !nullable);
  if (isOneWay) {
    const row = sql.join(
      steps.map(({ expression }) => sql`${expression}`),
      sql`, `,
    );
    return sql`(${row}) ${beyond(steps[0]?.direction)} (${sql.join(given, sql`, `)})`;
  }
  const alternatives: SQL[] = [];
  let equal: SQL = sql`true`;
  steps.forEach(({ expression, direction, nullable }, at) => {
    if ((place[at] ?? null) !== null) {
      const last = nullable ? sql` or ${expression} is null` : sql``;
      alternatives.push(sql`(${equal} and (${expression} ${beyond(direction)} ${given[at]}${last}))`);
    }
    equal = sql`${equal} and ${expression} is not distinct from ${given[at]}`;
  });
  return sql`(${sql.join(alternatives, sql` or `)})`;
}

const beyond = (direction: Direction | undefined): SQL => sql.raw(direction === 'DESC' ? '<' : '>');
