import { defaultFieldResolver, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { requireRights } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { rightsOf } from '#schema/needs.ts';

/** Checks the rights that fields need before their resolvers run. */
export function guardFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType)) continue;
    for (const field of Object.values(type.getFields())) {
      const rights = rightsOf(field);
      if (rights.length === 0) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (row, args, ctx: Context, info) => {
        requireRights(ctx.viewer, rights);
        return resolve(row, args, ctx, info);
      };
    }
  }
}
