import { is, type SQL, sql } from 'drizzle-orm';
import { PgColumn } from 'drizzle-orm/pg-core';
import { invalid } from '../errors.ts';
import type { Direction, Entity, Row } from './entity.ts';
import { columnNamed, columnsOf } from './select.ts';

/** One step of an order; the key's columns always end it, so that it is total. */
export interface Step {
  readonly expression: SQL;
  readonly sqlType: string;
  readonly direction: Direction;
}

export interface OrderItem {
  readonly field: string;
  readonly direction?: Direction | null;
}

export function stepsOf(entity: Entity, orderBy: readonly OrderItem[]): Step[] {
  const columns = columnsOf(entity);
  const asked = (orderBy.length > 0 ? orderBy : entity.defaultSort).map((item) => {
    const expression = entity.sorts[item.field]?.sql(columns);
    if (!expression) throw invalid({ orderBy: 'SORT_INVALID' });
    const sqlType = is(expression, PgColumn) ? expression.getSQLType() : 'text';
    return { expression: sql`${expression}`, sqlType, direction: item.direction ?? 'ASC' };
  });
  const ends = entity.key.map((name) => {
    const column = columnNamed(entity, name);
    return { expression: sql`${column}`, sqlType: column.getSQLType(), direction: 'ASC' as const };
  });
  return [...asked, ...ends];
}

export const orderOf = (steps: readonly Step[]): SQL[] =>
  steps.map((step) => sql`${step.expression} ${sql.raw(step.direction)} nulls last`);

/** Where a row stands in the order, as text, selected beside it. */
export const placeColumns = (steps: readonly Step[]): Record<string, SQL> =>
  Object.fromEntries(steps.map((step, at) => [`place${at}`, sql`(${step.expression})::text`]));

export function cursorOf(row: Row, steps: readonly Step[]): string {
  const place = steps.map((_, at) => row[`place${at}`] ?? null);
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readCursor(cursor: string, steps: readonly Step[], path: string): (string | null)[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const sound =
      Array.isArray(place) &&
      place.length === steps.length &&
      place.every((value) => value === null || typeof value === 'string');
    if (sound) return place;
  } catch {
    // Falls through: whatever is wrong with it, it is not a cursor of this list.
  }
  throw invalid({ [path]: 'CURSOR_INVALID' });
}

/** Rows that come after the cursor; nulls stand last in either direction. */
export function after(cursor: string, steps: readonly Step[], path: string): SQL {
  const place = readCursor(cursor, steps, path);
  const alternatives: SQL[] = [];
  let equal: SQL = sql`true`;
  steps.forEach((step, at) => {
    const value = place[at] ?? null;
    const given = sql`${value}::text::${sql.raw(step.sqlType)}`;
    if (value !== null) {
      const beyond = step.direction === 'ASC' ? sql`>` : sql`<`;
      alternatives.push(
        sql`(${equal} and (${step.expression} ${beyond} ${given} or ${step.expression} is null))`,
      );
    }
    equal = sql`${equal} and ${step.expression} is not distinct from ${given}`;
  });
  return sql`(${sql.join(alternatives, sql` or `)})`;
}
