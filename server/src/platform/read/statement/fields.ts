import type { sql } from 'drizzle-orm';
import { type FieldNode, GraphQLObjectType } from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { type Build, bindContextOf } from './level.ts';
import { declared, joined, type SqlTemplate, sqlTemplate } from './sql-template.ts';
import { concatenated, keyLiteral, NotExpressible } from './values.ts';

export type Fields = ReadonlyMap<string, readonly FieldNode[]>;

export const fieldsBelow = (build: Build, type: GraphQLObjectType, nodes: readonly FieldNode[]): Fields =>
  collectSubfields(build.schema, { ...build.fragments }, { ...bindContextOf(build).variables }, type, nodes);

export const fieldsOfRoot = (
  build: Build,
  type: GraphQLObjectType,
  set: Parameters<typeof collectFields>[4],
) => collectFields(build.schema, { ...build.fragments }, { ...bindContextOf(build).variables }, type, set);

export function objectTypeOf(build: Build, name: string): GraphQLObjectType {
  const type = build.schema.getType(name);
  if (!(type instanceof GraphQLObjectType)) throw new NotExpressible(name);
  return type;
}

const argumentsOf = (written: SqlTemplate | readonly SqlTemplate[]): readonly SqlTemplate[] =>
  written.every(Array.isArray) ? (written as readonly SqlTemplate[]) : [written as SqlTemplate];

/** Text of a JSON object: each field's key, then its value as `write` says it. */
export function objectText(
  type: GraphQLObjectType,
  fields: Fields,
  write: (name: string, nodes: readonly FieldNode[]) => SqlTemplate | readonly SqlTemplate[],
): SqlTemplate {
  const parts: SqlTemplate[] = [];
  for (const [key, nodes] of fields) {
    const name = nodes[0]?.name.value ?? '';
    parts.push([keyLiteral(key, parts.length === 0)]);
    parts.push(...argumentsOf(name === '__typename' ? [`'"${type.name}"'`] : write(name, nodes)));
  }
  return concatenated([...parts, [parts.length > 0 ? `'}'` : `'{}'`]]);
}

export const orderedBy = (order: readonly ReturnType<typeof sql>[]): SqlTemplate =>
  order.length > 0 ? sqlTemplate` order by ${joined(order.map(declared), ', ')}` : [];
