import type { GraphQLSchema } from 'graphql';
import type { Entity } from '../entity.ts';
import { noteComparable } from './comparable.ts';
import { addGroups } from './group-types.ts';
import { fillWhereOfLists } from './where-of-lists.ts';
import { addWhere } from './where-types.ts';

/** Adds to the lists of a finished schema what follows from the fields of their rows: `where`, `groups`, `groupCount`. */
export function completeLists(schema: GraphQLSchema, entities: readonly Entity[]): GraphQLSchema {
  for (const entity of entities) noteComparable(schema, entity);
  addWhere(schema, entities);
  addGroups(schema, entities);
  return fillWhereOfLists(schema);
}
