import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
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

/** Payload types whose fields are rows, and the resolvers that load them. */
const resolvers: AnyClass[] = [];
export const payloadResolvers = (): readonly AnyClass[] => resolvers;

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

/** Adds fields that are rows to any object type. */
export function addRows(payload: AnyClass, fields: Record<string, PayloadField>): void {
  const resolver = classNamed(`${payload.name}Rows`);
  Resolver(() => payload)(resolver);
  for (const [field, { entity, description, list }] of Object.entries(fields)) {
    const load = (root: Keyed, ctx: Context) => {
      const key = root[field];
      if (!key) return null;
      return list
        ? Promise.all((key as string[][]).map((one) => loadByKey(ctx, entity, one)))
        : loadByKey(ctx, entity, key as string[]);
    };
    Object.defineProperty(resolver.prototype, field, { value: load, writable: true, configurable: true });
    const descriptor = Object.getOwnPropertyDescriptor(resolver.prototype, field) ?? {};
    Root()(resolver.prototype, field, 0);
    Ctx()(resolver.prototype, field, 1);
    const type = list ? () => [entity.type] : () => entity.type;
    const nullable = list ? 'itemsAndList' : true;
    const place = [resolver.prototype, field, descriptor] as const;
    FieldResolver(type as () => AnyClass, { nullable, description })(...place);
    // A right to write is none to read: what was written stands, and the row is refused by itself.
    if (entity.right !== heldByEverybody) Needs(entity.right)(...place);
  }
  resolvers.push(resolver);
}
