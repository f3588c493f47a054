import { GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { Extensions, Field, ObjectType } from 'type-graphql';
import type { Context } from '#platform/core/context.ts';
import { heldByEverybody } from '#schema/codes/rights.ts';
import { Needs } from '#schema/needs.ts';
import type { Entity } from './entity.ts';
import { loadByKey } from './loader.ts';
import { type AnyClass, classNamed } from './types.ts';

/** What a mutation answers: keys of the rows it wrote, by field; the read path loads them as the viewer sees them. */
export interface PayloadField {
  readonly entity: Entity;
  readonly description: string;
  readonly list?: boolean;
}

type Keyed = Record<string, readonly string[] | readonly (readonly string[])[] | null>;

/**
 * Makes the payload type `<Name>Payload`. A service answers with `{ visit: [countyCode, id] }`: keys only, so that an
 * answer can be kept and given again.
 */
export function definePayload(
  name: string,
  description: string,
  fields: Record<string, PayloadField>,
): AnyClass {
  const payload = classNamed(`${name}Payload`);
  ObjectType(payload.name, { description })(payload);
  Field(() => String, { nullable: true, description: 'The same as in the input.' })(
    payload.prototype,
    'clientMutationId',
  );
  addRows(payload, fields);
  return payload;
}

/** Adds fields that are rows to any object type; `loadRowFields` gives them their resolvers. */
export function addRows(payload: AnyClass, fields: Record<string, PayloadField>): void {
  for (const [name, field] of Object.entries(fields)) {
    const { entity, description, list } = field;
    const place = [payload.prototype, name] as const;
    const type = list ? () => [entity.type] : () => entity.type;
    const nullable = list ? 'itemsAndList' : true;
    Field(type as () => AnyClass, { nullable, description })(...place);
    Extensions({ rows: field })(...place);
    // A right to write is none to read: what was written stands, and the row is refused by itself.
    if (entity.right !== heldByEverybody) Needs(entity.right)(...place);
  }
}

/** Fields that are rows load them by the keys that a service answered with. */
export function loadRowFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType)) continue;
    for (const field of Object.values(type.getFields())) {
      const rows = field.extensions.rows as PayloadField | undefined;
      if (rows) field.resolve = (root: Keyed, _args, ctx: Context) => loadRows(ctx, rows, root[field.name]);
    }
  }
}

function loadRows(ctx: Context, { entity, list }: PayloadField, key: Keyed[string] | undefined) {
  if (!key) return null;
  return list
    ? Promise.all((key as string[][]).map((one) => loadByKey(ctx, entity, one)))
    : loadByKey(ctx, entity, key as string[]);
}
