import {
  type DocumentNode,
  execute,
  type FieldNode,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import type { Context } from '#platform/core/context.ts';
import type { Entity, Row } from '#platform/read/entity.ts';
import type { ExportNarrowing } from '../narrowing.rules.ts';
import { type ExportColumn, selectionOf, withNumbersMasked } from './columns.rules.ts';
import { fetchAnswers, fetchRows } from './fetch.queries.ts';

/**
 * The rows of a list as the API answers them, in batches, each row as JSON text, which the database builds wherever it
 * can. Personal numbers in free text are masked.
 */
export async function* answersOf(
  ctx: Context,
  api: GraphQLSchema,
  entity: Entity,
  columns: readonly ExportColumn[],
  narrowing: ExportNarrowing,
): AsyncGenerator<string[]> {
  const document = parse(`{ rows ${selectionOf(columns)} }`);
  const written = fetchAnswers(ctx, api, entity, narrowing, rowsIn(document));
  const answers =
    written ?? resolved(ctx, answering(api, entity, document), fetchRows(ctx, entity, narrowing));
  const prose = columns.filter(({ isProse }) => isProse);
  for await (const rows of answers) yield rows.map((row) => withNumbersMasked(row, prose));
}

function rowsIn({ definitions: [operation] }: DocumentNode): FieldNode {
  const rows =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections[0] : undefined;
  if (rows?.kind !== Kind.FIELD) throw new Error('no rows');
  return rows;
}

type Answer = (ctx: Context, rows: readonly Row[]) => Promise<unknown[]>;

async function* resolved(ctx: Context, answer: Answer, stored: AsyncGenerator<Row[]>) {
  for await (const rows of stored) yield (await answer(ctx, rows)).map((row) => JSON.stringify(row));
}

/**
 * Turns stored rows into answers with the types and resolvers of the API, so that a file and a page of the list never
 * differ.
 */
function answering(api: GraphQLSchema, entity: Entity, document: DocumentNode): Answer {
  const type = api.getType(entity.name);
  if (!isObjectType(type)) throw new Error(`${entity.name} is no type of the API`);
  const rowsField = {
    type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))),
    resolve: (root: { rows: readonly Row[] }) => root.rows,
  };
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'ExportedRows', fields: { rows: rowsField } }),
  });
  return async (ctx, rows) => {
    const contextValue: Context = { ...ctx, loaders: new Map() };
    const { data, errors } = await execute({ schema, document, rootValue: { rows }, contextValue });
    const [error] = errors ?? [];
    if (error) throw error.originalError ?? error;
    return (data?.rows ?? []) as unknown[];
  };
}
