import { type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';
import type { Entity } from '#platform/read/entity.ts';

/** Filters that are text and name no person. */
const plainTexts = new Set(['divisionCode', 'period', 'action']);

/** A filter as the audit trail may keep it: texts that people type may be names and numbers, so they stay out. */
export function shownFilter(
  api: GraphQLSchema,
  entity: Entity,
  filter: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const type = api.getType(`${entity.name}Filter`);
  const fields = isInputObjectType(type) ? type.getFields() : {};
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => {
      const of = fields[name] ? getNamedType(fields[name].type).name : 'String';
      return [name, of === 'String' && !plainTexts.has(name) ? '…' : value];
    }),
  );
}
