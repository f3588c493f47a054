import {
  type GraphQLArgument,
  GraphQLBoolean,
  type GraphQLInputFieldConfig,
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLLeafType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLSchema,
} from 'graphql';
import type { Entity } from '../entity.ts';
import type { ComparableField } from './comparable-field.ts';
import { whereLimits } from './where.ts';

const listOf = (type: GraphQLInputObjectType) => new GraphQLList(new GraphQLNonNull(type));

/**
 * The type of `where` of each list, by the name of its connection; it follows from the fields of the rows. Made beside the
 * library that makes the rest, which takes far longer for each.
 */
export function whereTypes(
  schema: GraphQLSchema,
  entities: readonly Entity[],
): ReadonlyMap<string, GraphQLInputObjectType> {
  const conditions = new Map<string, GraphQLInputObjectType>();
  const byConnection = new Map<string, GraphQLInputObjectType>();
  for (const entity of entities) {
    const fields = [...entity.comparable.values()];
    const connection = `${entity.name}Connection`;
    if (fields.length > 0 && schema.getType(connection))
      byConnection.set(connection, whereType(entity, fields, conditions));
  }
  return byConnection;
}

export const whereArgument = (type: GraphQLInputObjectType): GraphQLArgument => ({
  name: 'where',
  description: 'Narrows the list by fields of its rows; what `filter` says must hold as well.',
  type,
  defaultValue: undefined,
  deprecationReason: undefined,
  extensions: {},
  astNode: undefined,
});

function whereType(
  { name, description }: Entity,
  fields: readonly ComparableField[],
  conditions: Map<string, GraphQLInputObjectType>,
): GraphQLInputObjectType {
  const { depth, conditions: most } = whereLimits;
  const type: GraphQLInputObjectType = new GraphQLInputObjectType({
    name: `${name}Where`,
    description: `Narrows ${description} by their fields; all that is given must hold. Nested at most ${depth} deep, with ${most} conditions in all: TOO_DEEP and TOO_MANY at the place of what is beyond.`,
    fields: () => ({
      and: { type: listOf(type), description: 'All of these hold; of none: every row.' },
      or: { type: listOf(type), description: 'At least one of these holds; of none: no row.' },
      not: {
        type,
        description: 'This does not hold; rows without a value meet no condition on it, and are kept.',
      },
      ...Object.fromEntries(
        fields.map((field) => [
          field.name,
          {
            type: conditionType(field, conditions),
            description: field.description,
            extensions: { rights: field.rights },
          },
        ]),
      ),
    }),
  });
  return type;
}

const range =
  (from: string, to: string) =>
  (type: GraphQLLeafType): GraphQLInputFieldConfigMap => ({
    from: { type, description: from },
    to: { type, description: to },
  });
const plainRange = range('This or more.', 'This or less.');
const timeRange = range('This or later.', 'This or earlier.');
/** What each ordered type is narrowed by from both ends. */
const ranges: Readonly<Record<string, (type: GraphQLLeafType) => GraphQLInputFieldConfigMap>> = {
  Int: plainRange,
  Money: plainRange,
  Day: timeRange,
  Instant: timeRange,
  Period: range(
    'Begins with this or later: `2026-07` and `2026-08` are from `2026-Q3` on.',
    'Ends with this or earlier: `2026-09` is up to `2026-Q3`, which is not up to `2026-08`.',
  ),
};

/** The conditions on values of one type, made once and shared by all fields that have it. */
function conditionType(
  { type, isList }: ComparableField,
  conditions: Map<string, GraphQLInputObjectType>,
): GraphQLInputObjectType {
  const name = `${type.name}${isList ? 'List' : ''}Condition`;
  const known = conditions.get(name);
  if (known) return known;
  const made = new GraphQLInputObjectType({
    name,
    description: isList
      ? `What a list of ${type.name} must hold; all that is given.`
      : `What a value of type ${type.name} must be; all that is given must hold. No value meets nothing but \`isEmpty\`.`,
    fields: isList ? listFields(type) : valueFields(type),
  });
  conditions.set(name, made);
  return made;
}

const isEmpty: GraphQLInputFieldConfig = {
  type: GraphQLBoolean,
  description: 'True: without a value; false: with one.',
};

const listFields = (type: GraphQLLeafType): GraphQLInputFieldConfigMap => ({
  has: { type, description: 'This is among them.' },
  isEmpty: { ...isEmpty, description: 'True: none at all; false: at least one.' },
});

function valueFields(type: GraphQLLeafType): GraphQLInputFieldConfigMap {
  const isText = type.name === 'String';
  const eq = {
    type,
    description: isText
      ? 'Equal to this, which is folded as lines are when they are kept: blanks around it and widths of characters make no difference.'
      : 'Equal to this.',
  };
  const among = {
    type: new GraphQLList(new GraphQLNonNull(type)),
    description: 'Any of these, at most 250; of none: no row.',
  };
  const inRange = ranges[type.name]?.(type) ?? {};
  if (type.name === 'Boolean') return { eq, isEmpty };
  // Moments are finer than anybody could name one.
  if (type.name === 'Instant') return { ...inRange, isEmpty };
  return { eq, in: among, ...inRange, isEmpty };
}
