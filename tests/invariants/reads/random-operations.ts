import {
  GraphQLEnumType,
  type GraphQLField,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Random } from './random.ts';

/** Values that occur in the database under test. */
export interface Pool {
  /** Global ids by type. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly divisions: readonly string[];
  readonly texts: readonly string[];
}

export interface RandomOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

interface Making {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly pool: Pool;
  readonly variables: Record<string, unknown>;
  readonly declarations: string[];
  readonly fragments: string[];
  /** Fields that may still be added. */
  budget: number;
}

const ofNode = ['node', 'nodes'];

/** A random read: any fields, arguments, aliases, fragments, conditions and variables. */
export function randomOperation(
  schema: GraphQLSchema,
  random: Random,
  pool: Pool,
  mayRead: (field: GraphQLField<unknown, unknown>) => boolean,
): RandomOperation {
  const making: Making = {
    schema,
    random,
    pool,
    variables: {},
    declarations: [],
    fragments: [],
    budget: random.upTo(40) + 4,
  };
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(isRead);
  const allowed = fields.filter(mayRead);
  const roots = Array.from({ length: random.upTo(3) + 1 }, (_, at) =>
    // Mostly permitted fields: refusals are alike.
    fieldText(making, random.of(random.chance(0.95) ? allowed : fields), 0, `root${at}: `),
  );
  if (random.chance(0.1)) roots.push('__typename');
  const head = making.declarations.length > 0 ? `query (${making.declarations.join(', ')})` : 'query';
  return {
    query: [`${head} { ${roots.join(' ')} }`, ...making.fragments].join('\n'),
    variables: making.variables,
  };
}

const isRead = (field: GraphQLField<unknown, unknown>) =>
  ofNode.includes(field.name) ||
  getNamedType(field.type).name.endsWith('Connection') ||
  field.args.some(({ name }) => name === 'id');

function fieldText(making: Making, field: GraphQLField<unknown, unknown>, depth: number, alias = ''): string {
  making.budget -= 1;
  const args = argumentsText(making, field);
  const type = getNamedType(field.type);
  if (!(type instanceof GraphQLObjectType) && !isInterfaceType(type)) return `${alias}${field.name}${args}`;
  return `${alias}${field.name}${args}${condition(making)} ${selection(making, type, depth + 1)}`;
}

/** `@skip` and `@include`, by literal or variable. */
function condition(making: Making): string {
  const { random } = making;
  if (!random.chance(0.05)) return '';
  const name = random.of(['skip', 'include']);
  const value = random.chance(0.7) === (name === 'include');
  return random.chance(0.5)
    ? ` @${name}(if: ${value})`
    : ` @${name}(if: ${variable(making, 'Boolean!', value)})`;
}

function variable(making: Making, type: string, value: unknown): string {
  const name = `v${making.declarations.length}`;
  // Sometimes the value is the default and none is sent.
  const asDefault = making.random.chance(0.2) && /^(Boolean|Int)!?$/.test(type);
  making.declarations.push(`$${name}: ${type}${asDefault ? ` = ${JSON.stringify(value)}` : ''}`);
  if (!asDefault) making.variables[name] = value;
  return `$${name}`;
}

function argumentsText(making: Making, field: GraphQLField<unknown, unknown>): string {
  const given = field.args.flatMap((arg) => {
    const mustBe = isNonNullType(arg.type) && arg.defaultValue === undefined;
    if (!mustBe && !making.random.chance(arg.name === 'first' ? 0.9 : 0.35)) return [];
    const value = argumentValue(making, field, arg.name, arg.type);
    if (value === undefined) return [];
    const text =
      making.random.chance(0.4) && value !== null
        ? variable(making, nonNullFor(arg.type, arg.defaultValue), value)
        : literal(value, arg.type);
    return [`${arg.name}: ${text}`];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

const nonNullFor = (type: GraphQLInputType, fallback: unknown) =>
  fallback === undefined ? String(type) : String(isNonNullType(type) ? type.ofType : type);

function argumentValue(
  making: Making,
  field: GraphQLField<unknown, unknown>,
  name: string,
  type: GraphQLInputType,
): unknown {
  const { random } = making;
  if (name === 'first') return random.chance(0.02) ? random.of([0, -1, 101]) : random.upTo(6) + 1;
  if (name === 'offset') return random.upTo(4);
  if (name === 'after') return undefined;
  if (name === 'id') return idFor(making, field);
  if (name === 'ids') return Array.from({ length: random.upTo(4) }, () => anyId(making));
  return inputValue(making, type, name);
}

function idFor(making: Making, field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type).name;
  return isInterfaceType(getNamedType(field.type)) ? anyId(making) : idOf(making, type);
}

function anyId(making: Making): string {
  return idOf(making, making.random.of([...making.pool.ids.keys()]));
}

function idOf({ random, pool }: Making, type: string): string {
  const known = pool.ids.get(type) ?? [];
  if (known.length > 0 && random.chance(0.95)) return random.of(known);
  return `${type}:130434:0192f0c1-0000-7000-8000-000000000000`;
}

/** The type of an id in a filter, by the filter's name. */
const typeOfFilter: Record<string, string> = {
  household: 'Household',
  householdId: 'Household',
  cadre: 'Cadre',
  helper: 'Cadre',
  organizationId: 'Organization',
};

function inputValue(making: Making, type: GraphQLInputType, name: string): unknown {
  const { random, pool } = making;
  if (isNonNullType(type)) return inputValue(making, type.ofType, name);
  if (isListType(type))
    return Array.from({ length: random.upTo(3) + (name === 'orderBy' ? 1 : 0) }, () =>
      inputValue(making, type.ofType, name),
    );
  if (type instanceof GraphQLEnumType) return random.of(type.getValues()).name;
  if (type instanceof GraphQLInputObjectType) {
    const fields = Object.values(type.getFields());
    const isOrder = type.name.endsWith('Order');
    const chosen = fields.filter((field) =>
      isOrder ? field.name === 'field' || random.chance(0.5) : random.chance(1.2 / fields.length),
    );
    return Object.fromEntries(
      chosen.map((field) => [field.name, inputValue(making, field.type, field.name)]),
    );
  }
  if (name.endsWith('ivisionCode') || name === 'parentCode' || name === 'countyCode')
    return random.of(pool.divisions);
  switch (String(type)) {
    case 'ID':
      return name === 'record' ? anyId(making) : idOf(making, typeOfFilter[name] ?? 'Household');
    case 'Int':
      return random.of([1, 2024, 2025]);
    case 'Boolean':
      return random.chance(0.5);
    case 'Day':
      return random.of(['2025-01-01', '2026-03-31', '2026-09-30', '2026-11-10']);
    case 'Period':
      return random.of(['2025-Q4', '2026-Q3', '2026-Q4', '2026-09', '2026-11']);
    case 'Instant':
      return '2026-09-30T00:00:00Z';
    default:
      return random.of(pool.texts);
  }
}

/** A value as literal: enum values without quotes. */
function literal(value: unknown, type: GraphQLInputType): string {
  if (value === null) return 'null';
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type))
    return `[${(value as unknown[]).map((item) => literal(item, type.ofType)).join(', ')}]`;
  if (type instanceof GraphQLEnumType) return String(value);
  if (type instanceof GraphQLInputObjectType) {
    const fields = type.getFields();
    const parts = Object.entries(value as object).flatMap(([name, part]) => {
      const field = fields[name];
      return field ? [`${name}: ${literal(part, field.type)}`] : [];
    });
    return `{ ${parts.join(', ')} }`;
  }
  return JSON.stringify(value);
}

const deepest = 6;

function selection(making: Making, type: GraphQLOutputType, depth: number): string {
  const { random, schema } = making;
  if (isInterfaceType(type)) {
    const some = random.some(schema.getPossibleTypes(type), 4);
    const parts = some.map((possible) => `... on ${possible.name} ${selection(making, possible, depth + 1)}`);
    return `{ __typename id ${parts.join(' ')} }`;
  }
  if (!(type instanceof GraphQLObjectType)) return '';
  const fields = Object.values(type.getFields());
  const simple = fields.filter((field) => !(getNamedType(field.type) instanceof GraphQLObjectType));
  const nested = fields.filter((field) => getNamedType(field.type) instanceof GraphQLObjectType);
  const parts = random.some(simple, 5).map((field) => aliased(making, field, depth));
  if (random.chance(0.1)) parts.push(random.chance(0.5) ? '__typename' : 'kind: __typename');
  if (depth < deepest && making.budget > 0)
    parts.push(...random.some(nested, depth < 3 ? 3 : 2).map((field) => aliased(making, field, depth)));
  if (parts.length === 0) parts.push('__typename');
  return `{ ${random
    .shuffled(parts)
    .map((part) => wrapped(making, type, part))
    .join(' ')} }`;
}

function aliased(making: Making, field: GraphQLField<unknown, unknown>, depth: number): string {
  // The same response key requires the same arguments, so each use has its own alias.
  const needsKey = field.args.length > 0 || getNamedType(field.type) instanceof GraphQLObjectType;
  const alias =
    needsKey || making.random.chance(0.1) ? `k${making.budget}x${making.random.upTo(1_000_000)}: ` : '';
  return fieldText(making, field, depth, alias);
}

/** Sometimes within a fragment, inline or named. */
function wrapped(making: Making, type: GraphQLObjectType, part: string): string {
  const { random, fragments } = making;
  if (random.chance(0.9)) return part;
  if (random.chance(0.5)) return `... on ${type.name}${condition(making)} { ${part} }`;
  const name = `F${fragments.length}x${random.upTo(1_000_000)}`;
  fragments.push(`fragment ${name} on ${type.name} { ${part} }`);
  return `...${name}`;
}
