import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Random } from './random.ts';
import { type Samples, valueFor } from './values.ts';

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

interface Making {
  readonly schema: GraphQLSchema;
  readonly samples: Samples;
  readonly random: Random;
  readonly declared: string[];
  readonly variables: Record<string, unknown>;
  aliases: number;
}

/** Signing in is expensive, and signing out would end the test. */
const left = new Set(['login', 'logout', 'changePassword', 'resetPassword']);

/** A valid operation of one to three root fields, with arguments of the right types and any values. */
export function randomOperation(schema: GraphQLSchema, samples: Samples, random: Random): Operation {
  const making: Making = { schema, samples, random, declared: [], variables: {}, aliases: 0 };
  const writes = random.chance(0.3);
  const root = (writes ? schema.getMutationType() : schema.getQueryType()) as GraphQLObjectType;
  const fields = Object.values(root.getFields()).filter((field) => !left.has(field.name));
  const parts = Array.from({ length: 1 + random.int(writes ? 1 : 3) }, () =>
    fieldText(making, random.pick(fields), 3),
  );
  const head = making.declared.length > 0 ? `(${making.declared.join(', ')})` : '';
  return {
    query: `${writes ? 'mutation' : 'query'} Asked${head} { ${parts.join(' ')} }`,
    variables: making.variables,
  };
}

/** Always with an alias: the same field may occur twice with different arguments. */
function fieldText(making: Making, field: GraphQLField<unknown, unknown>, levels: number): string {
  making.aliases += 1;
  const alias = `a${making.aliases}`;
  const chance: Record<string, number> = { after: 0.08, offset: 0.2, filter: 0.3 };
  const given = field.args.filter(
    (arg) => isNonNullType(arg.type) || making.random.chance(chance[arg.name] ?? 0.4),
  );
  const args = given.map((arg) => argumentText(making, arg, `${field.name} ${arg.name}`));
  const type = getNamedType(field.type);
  const below = isLeafType(type) ? '' : ` ${setText(making, type, levels - 1)}`;
  return `${alias}: ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${below}`;
}

function argumentText(making: Making, arg: GraphQLArgument, hint: string): string {
  const { random, samples } = making;
  const value = valueFor(arg.type, { name: arg.name, hint }, samples, random);
  if (random.chance(0.25) && typeof value !== 'object' && !getNamedType(arg.type).name.endsWith('By'))
    return `${arg.name}: ${JSON.stringify(value)}`;
  const name = `v${making.declared.length}`;
  making.declared.push(`$${name}: ${arg.type}`);
  making.variables[name] = value;
  return `${arg.name}: $${name}`;
}

function setText(making: Making, type: GraphQLNamedOutputType, levels: number): string {
  const { random } = making;
  if (isAbstractType(type)) {
    const possible = making.schema.getPossibleTypes(type);
    const some = [random.pick(possible), random.pick(possible)];
    return `{ __typename ${some.map((one) => `... on ${one.name} ${setText(making, one, levels)}`).join(' ')} }`;
  }
  if (!isObjectType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields());
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
  const others = levels > 0 ? fields.filter((field) => !isLeafType(getNamedType(field.type))) : [];
  const some = [
    ...leaves.filter(() => random.chance(0.4)),
    ...others.filter(() => random.chance(type.name.endsWith('Connection') ? 0.7 : 0.25)).slice(0, 3),
  ];
  return `{ __typename ${some.map((field) => fieldText(making, field, levels)).join(' ')} }`;
}
