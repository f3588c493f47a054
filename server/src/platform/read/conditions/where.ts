import { type SQL, sql } from 'drizzle-orm';
import { forbidden, requireRights } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid } from '#platform/core/errors.ts';
import { periodOf } from '#platform/core/period.ts';
import { foldLine } from '#schema/text.ts';
import type { Entity } from '../entity.ts';
import { reachesAll } from '../reach.ts';
import type { ComparableField } from './comparable-field.ts';

/** What a list is narrowed by: conditions on fields, joined by `and`, `or` and `not`. */
export type Where = Readonly<Record<string, unknown>>;

export const whereLimits = { depth: 4, conditions: 50, text: 20_000 } as const;

interface Walk {
  readonly ctx: Context;
  readonly entity: Entity;
  conditions: number;
}

const always = sql`true`;
const never = sql`false`;

/**
 * The condition of a whole `where`. By plain logic: nothing given holds for each row, none of no alternatives for none. A
 * row without a value meets no condition on it but `isEmpty`, and so it is among those that `not` leaves.
 */
export function whereSql(ctx: Context, entity: Entity, where: Where | null | undefined): SQL {
  return where ? ofObject({ ctx, entity, conditions: 0 }, where, 'where', 1) : always;
}

function ofObject(walk: Walk, where: Where, path: string, depth: number): SQL {
  if (depth > whereLimits.depth) throw invalid({ [path]: 'TOO_DEEP' });
  const parts = given(where, path).map(([name, value]) => {
    const place = `${path}.${name}`;
    const below = (item: unknown, at: string) => ofObject(walk, item as Where, at, depth + 1);
    const all = () => (value as unknown[]).map((item, at) => below(item, `${place}.${at}`));
    if (name === 'and') return joinParts(all(), ' and ', always);
    if (name === 'or') return joinParts(all(), ' or ', never);
    // What is neither true nor false for want of a value is not true.
    if (name === 'not') return sql`(${below(value, place)} is not true)`;
    return ofField(walk, name, value as Where, place);
  });
  return joinParts(parts, ' and ', always);
}

/** What is left out asks nothing. A null must not pass for that: whoever seeks rows without a value would get all. */
function given(object: Where, path: string): [string, unknown][] {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  for (const [name, value] of entries)
    if (value === null) throw invalid({ [`${path}.${name}`]: 'REQUIRED_MISSING' });
  return entries;
}

function joinParts(parts: readonly SQL[], word: ' and ' | ' or ', ofNone: SQL): SQL {
  if (parts.length === 0) return ofNone;
  return parts.length === 1 ? (parts[0] ?? ofNone) : sql`(${sql.join([...parts], sql.raw(word))})`;
}

function ofField(walk: Walk, name: string, condition: Where, path: string): SQL {
  const { ctx, entity } = walk;
  const field = entity.comparable.get(name);
  if (!field) throw invalid({ [path]: 'FIELD_UNKNOWN' });
  requireHeld(ctx, entity, field.rights, path);
  const parts = given(condition, path).map(([operator, value]) => {
    walk.conditions += 1;
    if (walk.conditions > whereLimits.conditions) throw invalid({ [path]: 'TOO_MANY' });
    return ofOperator(field, operator, value, `${path}.${operator}`);
  });
  return joinParts(parts, ' and ', always);
}

/** A right held for a part only would tell of the rest which rows are kept. */
function requireHeld(ctx: Context, entity: Entity, rights: ComparableField['rights'], path: string): void {
  requireRights(ctx.viewer, rights, path);
  const narrower = rights.find((right) => !reachesAll(ctx.viewer, entity, right));
  if (narrower) throw forbidden(narrower, path);
}

function ofOperator(field: ComparableField, operator: string, value: unknown, path: string): SQL {
  const expression = field.sql();
  const one = () => sql`${bound(field, value, path)}::${sql.raw(field.sqlType)}`;
  switch (operator) {
    case 'eq':
      return sql`${expression} = ${one()}`;
    case 'in': {
      const values = (value as unknown[]).map((item, at) => bound(field, item, `${path}.${at}`));
      const texts = sql`${sql.param([...new Set(values.map(String))])}::text[]`;
      return sql`${expression} = any(${texts}::${sql.raw(field.sqlType)}[])`;
    }
    case 'from':
      if (field.type.name === 'Period')
        return sql`${monthOf(expression, 2)} >= ${periodOf(String(value)).startOn.slice(0, 7)}`;
      return sql`${expression} >= ${one()}`;
    case 'to':
      if (field.type.name === 'Period')
        return sql`${monthOf(expression, 0)} <= ${periodOf(String(value)).endOn.slice(0, 7)}`;
      // The API answers moments in milliseconds; the database keeps microseconds.
      return field.type.name === 'Instant'
        ? sql`${expression} < ${one()} + interval '1 millisecond'`
        : sql`${expression} <= ${one()}`;
    case 'has':
      return sql`${expression} @> array[${one()}]`;
    case 'isEmpty': {
      const isEmpty = field.isList
        ? sql`coalesce(cardinality(${expression}), 0) = 0`
        : sql`${expression} is null`;
      return value ? isEmpty : sql`not (${isEmpty})`;
    }
    default:
      throw invalid({ [path]: 'FIELD_UNKNOWN' });
  }
}

/** The last month of a period less some, such as `2026-07`: the first of a quarter is two before its last. */
const monthOf = (period: SQL, before: 0 | 2): SQL =>
  sql`case when ${period} like '%Q%'
    then left(${period}, 5) || lpad((right(${period}, 1)::int * 3 - ${before}::int)::text, 2, '0')
    else ${period} end`;

/** A value as the driver takes it: text as it is kept, amounts in fen. */
function bound({ type }: ComparableField, value: unknown, path: string): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'string') return value;
  if (value.length > whereLimits.text) throw invalid({ [path]: 'TOO_LONG' });
  if (value.includes('\0') || /\p{Surrogate}/u.test(value)) throw invalid({ [path]: 'INVALID_TEXT' });
  return type.name === 'String' ? foldLine(value) : value;
}
