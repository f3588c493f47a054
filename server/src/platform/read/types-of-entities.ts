import { GraphQLInputObjectType, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Entity } from './entity.ts';

/** Notes on the types of a schema which entity they show or filter. */
export function noteEntities(schema: GraphQLSchema, entities: readonly Entity[]): void {
  for (const entity of entities) {
    for (const name of [entity.name, `${entity.name}Filter`]) {
      const type = schema.getType(name);
      if (type instanceof GraphQLObjectType || type instanceof GraphQLInputObjectType)
        type.extensions = { ...type.extensions, entity };
    }
  }
}

/** The entity whose rows a type of the schema shows, or whose list a filter type narrows. */
export const entityOfType = (schema: GraphQLSchema, typeName: string): Entity | undefined =>
  schema.getType(typeName)?.extensions.entity as Entity | undefined;
