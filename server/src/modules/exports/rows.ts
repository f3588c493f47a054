import {
  type DocumentNode,
  execute,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  isObjectType,
  parse,
} from 'graphql';
import type { Context } from '#platform/context.ts';
import type { Entity, Row } from '#platform/read/entity.ts';
import { type ExportColumn, selectionOf } from './columns.rules.ts';

/** A row as the API answers it. */
export type Answered = Readonly<Record<string, unknown>>;

/**
 * Turns stored rows into answers by the very types and resolvers of the API, so that a file and a page of the list can
 * never say different things.
 */
export function answering(
  api: GraphQLSchema,
  entity: Entity,
  columns: readonly ExportColumn[],
): (ctx: Context, rows: readonly Row[]) => Promise<Answered[]> {
  const type = api.getType(entity.name);
  if (!isObjectType(type)) throw new Error(`${entity.name} is no type of the API`);
  const rowsField = {
    type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))),
    resolve: (root: { rows: readonly Row[] }) => root.rows,
  };
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'ExportedRows', fields: { rows: rowsField } }),
  });
  const document: DocumentNode = parse(`{ rows ${selectionOf(columns)} }`);
  return async (ctx, rows) => {
    const contextValue: Context = { ...ctx, loaders: new Map() };
    const { data, errors } = await execute({ schema, document, rootValue: { rows }, contextValue });
    const [error] = errors ?? [];
    if (error) throw error.originalError ?? error;
    return (data?.rows ?? []) as Answered[];
  };
}
