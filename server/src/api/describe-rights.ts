import type { GraphQLSchema } from 'graphql';
import type { Permission } from '#platform/read/allow.ts';

const needs: Partial<Record<Permission, string>> = {
  public: 'Right: none, open to everybody.',
  signedIn: 'Right: none, for whoever is signed in or brings a token.',
};

/** Every query and mutation says in its description which right it asks for: introspection carries nothing else. */
export function describeRights(schema: GraphQLSchema): void {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const permission = field.extensions.permission as Permission | undefined;
      if (!permission) continue;
      const line = needs[permission] ?? `Right: \`${permission}\`.`;
      field.description = [field.description, line].filter(Boolean).join('\n\n');
    }
  }
}
