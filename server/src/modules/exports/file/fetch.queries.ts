import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { FieldNode, GraphQLSchema } from 'graphql';
import type { Context } from '#platform/core/context.ts';
import { fragmentOf } from '#platform/database/fragment.ts';
import type { Entity, Row } from '#platform/read/entity.ts';
import { orderOf, stepsOf } from '#platform/read/page/cursor.ts';
import { conditionsOfList } from '#platform/read/page/page.ts';
import { inScope, rowsOf, tableColumns } from '#platform/read/select.ts';
import { orderedBy } from '#platform/read/statement/fields.ts';
import { type Build, newLevel, rowsOfLevel } from '#platform/read/statement/level.ts';
import { rowText } from '#platform/read/statement/object.ts';
import {
  type BindContext,
  bindTemplate,
  type Statement,
  sqlTemplate,
} from '#platform/read/statement/sql-template.ts';
import { missing, NotExpressible } from '#platform/read/statement/values.ts';
import type { ExportNarrowing } from '../narrowing.rules.ts';

/** Rows per fetch: few enough not to delay other requests. */
const fetchSize = 500;

/**
 * The rows of a statement in batches, with a cursor: the list is planned, sorted and computed once, however long it is,
 * and neither side holds more than one batch.
 */
async function* fetched(ctx: Context, query: SQL): AsyncGenerator<Record<string, unknown>[]> {
  await ctx.db.execute(sql`declare exported no scroll cursor for ${query}`);
  for (;;) {
    const rows = await ctx.db.execute<Record<string, unknown>>(
      sql`fetch forward ${sql.raw(String(fetchSize))} from exported`,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < fetchSize) return;
  }
}

/** The rows of a list in its own order, as they are stored. */
export async function* fetchRows(
  ctx: Context,
  entity: Entity,
  narrowing: ExportNarrowing,
): AsyncGenerator<Row[]> {
  const columns = Object.entries(tableColumns(entity)).filter(
    ([, column]) => column.getSQLType() !== 'bytea',
  );
  const named = sql.join(
    columns.map(([name, column]) => sql`${column} as ${sql.identifier(name)}`),
    sql`, `,
  );
  const query = sql`select ${named} from ${rowsOf(ctx, entity, { filter: narrowing.filter })}
    where ${inScope(ctx, entity)} and ${conditionsOfList(ctx, entity, narrowing)}
    order by ${sql.join(orderOf(stepsOf(entity, [])), sql`, `)}`;
  for await (const rows of fetched(ctx, query)) yield rows.map((row) => storedRow(entity, columns, row));
}

const storedRow = (
  entity: Entity,
  columns: readonly (readonly [string, PgColumn])[],
  row: Record<string, unknown>,
): Row => ({
  ...Object.fromEntries(
    columns.map(([name, column]) => {
      const value = row[name];
      return [name, value === null || value === undefined ? null : column.mapFromDriverValue(value)];
    }),
  ),
  __typename: entity.name,
});

/**
 * The same list with each row as the JSON text of its answer, built by the database; null where SQL cannot express it.
 */
export function fetchAnswers(
  ctx: Context,
  api: GraphQLSchema,
  entity: Entity,
  narrowing: ExportNarrowing,
  rows: FieldNode,
): AsyncGenerator<string[]> | null {
  try {
    return answersOf(ctx, answerStatement(ctx, api, entity, narrowing, rows));
  } catch (error) {
    if (error instanceof NotExpressible) return null;
    throw error;
  }
}

function answerStatement(
  ctx: Context,
  schema: GraphQLSchema,
  entity: Entity,
  narrowing: ExportNarrowing,
  rows: FieldNode,
): Statement {
  const bindContext: BindContext = { ctx, variables: {}, argsOf: () => ({}) };
  const build: Build = {
    schema,
    fragments: {},
    bindContext,
    rights: new Set(),
    rightsOver: new Map(),
    entities: new Set(),
    levels: 0,
  };
  const level = newLevel(build, entity);
  const object = rowText(build, level, [rows]);
  const list = rowsOfLevel(level, {
    conditions: [[() => fragmentOf(conditionsOfList(ctx, entity, narrowing))]],
    tail: orderedBy(orderOf(stepsOf(entity, []))),
    request: () => ({ filter: narrowing.filter }),
  });
  return bindTemplate(sqlTemplate`select ${object} as answer from ${list}`, bindContext);
}

async function* answersOf(ctx: Context, { text, values }: Statement): AsyncGenerator<string[]> {
  const pieces = text.split(/\$(\d+)/);
  const query = sql.join(
    pieces.map((piece, at) => (at % 2 === 1 ? sql`${sql.param(values[Number(piece) - 1])}` : sql.raw(piece))),
  );
  for await (const rows of fetched(ctx, query)) {
    const answers = rows.map(({ answer }) => String(answer));
    if (answers.some((answer) => answer.includes(missing))) throw new Error('no value where one is promised');
    yield answers;
  }
}
