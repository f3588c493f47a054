import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Context } from '#platform/core/context.ts';
import { invalid } from '#platform/core/errors.ts';
import type { Entity, ReadRequest, Row } from '../entity.ts';
import { inScope, rowsOf } from '../select.ts';
import type { ComparableField } from './comparable-field.ts';
import {
  checkGroups,
  extremesIn,
  type GroupArgs,
  type GroupPart,
  groupOrder,
  groupParts,
  largestInt,
  summedIn,
} from './group-keys.ts';

type Values = Readonly<Record<string, unknown>>;

/** Rows of a list that agree in what they are grouped by. */
export interface Group {
  /** Values of fields and columns of relations, and which of them were asked for. */
  readonly key: Row & { readonly groupedBy: readonly string[] };
  readonly count: number;
  /** Worked out where they are asked for: one that is too large concerns nobody else. */
  readonly sum: Readonly<Record<string, () => unknown>>;
  readonly min: Values;
  readonly max: Values;
}

export interface Groups {
  readonly groups: readonly Group[];
  /** All there are, whatever the page. */
  readonly total: number;
}

/** Which rows: as the list itself has them. */
interface GroupedRows {
  readonly entity: Entity;
  readonly matching: SQL;
  readonly request: Partial<ReadRequest>;
  /** Columns of the rows that lists hang on; each has groups of its own. */
  readonly parents: Readonly<Record<string, PgColumn>>;
}

function summed({ name, type }: ComparableField, text: unknown): unknown {
  if (text === null || text === undefined) return null;
  const sum = BigInt(String(text));
  if (type.name === 'Money') return sum;
  if (sum > largestInt || sum < -largestInt) throw invalid({ [`sum.${name}`]: 'OUT_OF_RANGE' });
  return Number(sum);
}

const extremes = (fields: readonly ComparableField[], row: Values, kind: 'min' | 'max'): Values =>
  Object.fromEntries(fields.map(({ name }) => [name, row[`${kind}.${name}`] ?? null]));

function groupOf(entity: Entity, args: GroupArgs, parts: readonly GroupPart[], row: Values): Group {
  const values = parts.map(({ name }) => [name, row[`key.${name}`] ?? null]);
  return {
    key: { ...Object.fromEntries(values), __typename: `${entity.name}GroupValues`, groupedBy: args.by },
    count: Number(row.count ?? 0),
    sum: Object.fromEntries(
      summedIn(entity).map((field) => [field.name, () => summed(field, row[`sum.${field.name}`])]),
    ),
    min: extremes(extremesIn(entity), row, 'min'),
    max: extremes(extremesIn(entity), row, 'max'),
  };
}

/** A list of nothing has one group all the same, where all rows are one. */
export const noGroups = (entity: Entity, args: GroupArgs): Groups =>
  args.by.length > 0 ? { groups: [], total: 0 } : { groups: [groupOf(entity, args, [], {})], total: 1 };

/** What is selected of each group, by names that no column has. */
function selected(entity: Entity, parts: readonly GroupPart[]): Record<string, SQL> {
  const of = (fields: readonly ComparableField[], make: (field: ComparableField) => [string, SQL][]) =>
    Object.fromEntries(fields.flatMap(make));
  return {
    ...Object.fromEntries(parts.map((part) => [`key.${part.name}`, part.sql])),
    count: sql`count(*)::int`,
    ...of(summedIn(entity), (field) => [[`sum.${field.name}`, sql`sum(${field.sql()})::text`]]),
    ...of(extremesIn(entity), (field) => [
      [`min.${field.name}`, sql`min(${field.sql()})`],
      [`max.${field.name}`, sql`max(${field.sql()})`],
    ]),
  };
}

/** Groups of the lists below all parents at once, or of one that hangs on none; by the text that `keyOf` makes of a row. */
export async function loadGroups(
  ctx: Context,
  { entity, matching, request, parents }: GroupedRows,
  args: GroupArgs,
  keyOf: (row: Values) => string,
): Promise<Map<string, Groups>> {
  checkGroups(ctx, entity, args);
  const parts = groupParts(entity, args.by);
  const hanging = Object.entries(parents);
  const within = hanging.length
    ? sql`partition by ${sql.join(
        hanging.map(([, column]) => sql`${column}`),
        sql`, `,
      )}`
    : sql``;
  const expressions = {
    ...Object.fromEntries(hanging.map(([name, column]) => [`parent.${name}`, sql`${column}`])),
    ...selected(entity, parts),
    total: sql`(count(*) over (${within}))::int`,
    rank: sql`row_number() over (${within} order by ${sql.join(groupOrder(parts), sql`, `)})`,
  };
  const named = Object.fromEntries(
    Object.entries(expressions).map(([name, expression]) => [name, sql`${expression}`.as(`=${name}`)]),
  );
  const ranked = ctx.db
    .select(named)
    .from(rowsOf(ctx, entity, request))
    .where(sql`${inScope(ctx, entity)} and ${matching}`)
    .groupBy(...hanging.map(([, column]) => column), ...parts.map((part) => part.sql))
    .as('ranked');
  const rank = sql`"ranked"."=rank"`;
  const rows: Values[] = await ctx.db
    .select()
    .from(ranked)
    .where(sql`${rank} <= ${args.first}`)
    .orderBy(rank);
  const found = new Map<string, { groups: Group[]; total: number }>();
  for (const row of rows) {
    const key = keyOf(Object.fromEntries(hanging.map(([name]) => [name, row[`parent.${name}`]])));
    const known = found.get(key) ?? { groups: [], total: Number(row.total) };
    known.groups.push(groupOf(entity, args, parts, row));
    found.set(key, known);
  }
  return found;
}
