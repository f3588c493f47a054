import { GraphQLInputObjectType, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Permission } from '#platform/access/allow.ts';
import { rightsOf } from '#schema/needs.ts';

const needs: Partial<Record<Permission, string>> = {
  public: 'Right: none, open to everybody.',
  signedIn: 'Right: none, for whoever is signed in or brings a token.',
  ownAccount: 'Right: none, for whoever is signed in or brings a token.',
};

const nameAll = (rights: readonly string[]) => rights.map((right) => `\`${right}\``).join(' and ');

/**
 * Every query and mutation says in its description which right it asks for, and so does every field and filter that
 * asks for more than its type: introspection carries nothing else.
 */
export function describeRights(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType || type instanceof GraphQLInputObjectType)) continue;
    for (const field of Object.values(type.getFields())) {
      const permission = field.extensions.permission as Permission | undefined;
      const rights = permission ? [permission] : rightsOf(field);
      if (rights.length === 0) continue;
      const line = (permission && needs[permission]) ?? `Right: ${nameAll(rights)}.`;
      field.description = [field.description, line].filter(Boolean).join('\n\n');
    }
  }
}
