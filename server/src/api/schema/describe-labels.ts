import { GraphQLInputObjectType, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { isLabelled, labelOf } from '#schema/codes/labels/field-labels.ts';

/** A field says in its description what screens, sheets and the audit trail call it, in both languages. */
export function describeLabels(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType || type instanceof GraphQLInputObjectType)) continue;
    if (!isLabelled(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      const label = labelOf(type.name, field.name);
      if (!label) continue;
      const [zh, en] = label;
      field.description = [field.description, `Label: ${en} (${zh}).`].filter(Boolean).join(' ');
    }
  }
}
