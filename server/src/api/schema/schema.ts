import { GraphQLObjectType, type GraphQLSchema, getNullableType, isEnumType } from 'graphql';
import { type AuthChecker, buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { forbidden, isRight, type Permission, permissionRefusal } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError } from '#platform/core/errors.ts';
import { globalId } from '#platform/core/ids.ts';
import { completeLists } from '#platform/read/conditions/complete-lists.ts';
import { type Entity, entitiesIn } from '#platform/read/entity.ts';
import { resolverOf } from '#platform/read/entity-resolver.ts';
import type { RowConnection } from '#platform/read/page/page.ts';
import { loadRowFields } from '#platform/read/payload.ts';
import { columnNamed } from '#platform/read/select.ts';
import { noteEntities } from '#platform/read/types-of-entities.ts';
import { allCodes } from '#schema/codes/all-codes.ts';
import { registerCodes } from '#schema/enums.ts';
import { catalog, modules } from '#server/modules.ts';
import { describeLabels } from './describe-labels.ts';
import { describeRights } from './describe-rights.ts';
import { guardFields } from './field-rights.ts';
import { NodeResolver } from './node.resolver.ts';
import { validateArgument } from './validate.ts';

const mayUse: AuthChecker<Context, Permission> = ({ context }, [permission]) => {
  const refusal = permissionRefusal(context.viewer, permission);
  if (refusal === 'FORBIDDEN' && isRight(permission)) throw forbidden(permission);
  if (refusal) throw new AppError(refusal);
  return true;
};

let built: GraphQLSchema | undefined;

/** The whole schema, built once in a process: the declarations it is made of are fixed when they are loaded. */
export function createSchema(): GraphQLSchema {
  built ??= buildAll();
  return built;
}

/** Entities and mutations that the modules declare. */
function buildAll(): GraphQLSchema {
  const entities = entitiesIn(catalog);
  registerCodes();
  const verbs = modules.flatMap((module) => [
    ...(module.resolvers ?? []),
    ...(module.resolversOf?.(catalog) ?? []),
  ]);
  const resolvers = [NodeResolver, ...verbs, ...entities.map(resolverOf)];
  const made = buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<new () => object>,
    authChecker: mayUse,
    validate: false,
    // A test does it, and every start would pay for it.
    skipCheck: true,
    validateFn: (value, _type, { args }) => validateArgument(value, nameOf(value, args)),
    orphanedTypes: entities.map((entity) => entity.type),
  });
  const schema = completeLists(made, entities);
  noteEntities(schema, entities);
  giveGlobalIds(schema, entities);
  countOnDemand(schema, entities);
  loadRowFields(schema);
  guardFields(schema);
  answerEachRootField(schema);
  serializeUnknownCodes(schema);
  describeInputs(schema);
  describeLabels(schema);
  describeRights(schema);
  return schema;
}

/**
 * type-graphql does not say which argument it hands over; instances of inputs are copies, all else is the same value.
 */
function nameOf(value: unknown, args: Record<string, unknown>): string {
  const same = Object.entries(args).find(([, given]) => given === value)?.[0];
  if (same) return same;
  if (Array.isArray(value)) return 'orderBy';
  return value?.constructor.name.endsWith('Filter') ? 'filter' : 'input';
}

/** `id` of every entity is its global id, built of its key. */
function giveGlobalIds(schema: GraphQLSchema, entities: readonly Entity[]): void {
  for (const entity of entities) {
    const type = schema.getType(entity.name);
    const id = type instanceof GraphQLObjectType ? type.getFields().id : undefined;
    if (!id) continue;
    for (const name of entity.key) columnNamed(entity, name);
    id.resolve = (row: Record<string, unknown>) =>
      globalId(entity.name, ...entity.key.map((name) => String(row[name])));
  }
}

/** type-graphql calls functions lazily, so a count runs only if its field is selected. */
function countOnDemand(schema: GraphQLSchema, entities: readonly Entity[]): void {
  for (const entity of entities) {
    const type = schema.getType(`${entity.name}Connection`);
    const count = type instanceof GraphQLObjectType ? type.getFields().totalCount : undefined;
    if (count) count.resolve = (page: RowConnection) => page.totalCount();
  }
}

/**
 * Each root field answers for itself, or is null with an error at its path: what was committed is answered whatever becomes
 * of the verbs beside it, and one read that is refused, for want of a right or for what it asks, costs the others
 * nothing.
 */
function answerEachRootField(schema: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(root?.getFields() ?? {})) field.type = getNullableType(field.type);
}

/**
 * A code that this release does not know is answered as it stands, as reads by one statement do: a later release beside
 * this one may have written it, and one such row must not cost the reader the whole list.
 */
function serializeUnknownCodes(schema: GraphQLSchema): void {
  for (const { name } of allCodes) {
    const type = schema.getType(name);
    if (!isEnumType(type)) continue;
    const serialize = type.serialize.bind(type);
    type.serialize = (value) => (typeof value === 'string' ? value : serialize(value));
  }
}

/** Every verb has one argument, `input`; its type says what it takes. */
function describeInputs(schema: GraphQLSchema): void {
  for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    for (const arg of mutation.args) if (arg.name === 'input') arg.description ??= 'What is asked for.';
  }
}
