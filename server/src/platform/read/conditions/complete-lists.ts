import {
  GraphQLInputObjectType,
  type GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  getNamedType,
} from 'graphql';
import type { Entity } from '../entity.ts';
import { noteComparable } from './comparable.ts';
import { groupFields } from './group-types.ts';
import { isWhereOfLists, whereOfListsType, wheresByList } from './where-of-lists.ts';
import { whereArgument, whereTypes } from './where-types.ts';

/**
 * Adds to the lists of a finished schema what follows from the fields of their rows: `where`, `groups`, `groupCount`. They
 * come late, when each field has its type already, and nothing else changes types that are made.
 */
export function completeLists(schema: GraphQLSchema, entities: readonly Entity[]): GraphQLSchema {
  for (const entity of entities) noteComparable(schema, entity);
  const wheres = whereTypes(schema, entities);
  const ofLists = wheresByList(schema, wheres);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLObjectType)
      for (const field of Object.values(type.getFields())) {
        const where = wheres.get(getNamedType(field.type).name);
        if (where) field.args = [...field.args, whereArgument(where)];
      }
    if (type instanceof GraphQLInputObjectType)
      for (const field of Object.values(type.getFields())) {
        const place = getNamedType(field.type);
        if (isWhereOfLists(place)) field.type = whereOfListsType(place, ofLists);
      }
  }
  for (const entity of entities) {
    const connection = schema.getType(`${entity.name}Connection`);
    if (connection instanceof GraphQLObjectType)
      Object.assign(connection.getFields(), groupFields(schema, entity));
  }
  return withLateTypes(schema);
}

/** A schema lists its types when it is made. */
function withLateTypes(schema: GraphQLSchema): GraphQLSchema {
  const { types, ...config } = schema.toConfig();
  const isKept = (type: GraphQLNamedType): boolean => !isWhereOfLists(type);
  return new GraphQLSchema({ ...config, types: types.filter(isKept), assumeValid: true });
}
