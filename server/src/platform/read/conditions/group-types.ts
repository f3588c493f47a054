import {
  GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  type GraphQLFieldMap,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from '#platform/core/context.ts';
import type { DeclaredPrice } from '#platform/rate-limit/priced.ts';
import { type Entity, rightsToFollow } from '../entity.ts';
import { loadOne } from '../loader.ts';
import type { RowConnection } from '../page/page.ts';
import type { ComparableField } from './comparable-field.ts';
import {
  extremesIn,
  type GroupArgs,
  groupLimits,
  keyFieldsOf,
  keyRelationsOf,
  summedIn,
} from './group-keys.ts';
import type { Group } from './groups.ts';

type Field = GraphQLFieldConfig<never, Context>;

const price = (declared: DeclaredPrice): Pick<Field, 'extensions'> => ({ extensions: { price: declared } });

const constant = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** `groups` and `groupCount` of the connection of an entity, of types that follow from its fields. */
export function groupFields(schema: GraphQLSchema, entity: Entity): GraphQLFieldMap<RowConnection, Context> {
  const keys = keysType(entity);
  if (!keys) return {};
  // Fields are made of their declarations by a type alone.
  return new GraphQLObjectType({
    name: 'Carrier',
    fields: connectionFields(schema, entity, keys),
  }).getFields();
}

function keysType(entity: Entity): GraphQLEnumType | null {
  const names = [
    ...keyFieldsOf(entity).map(({ name, description }) => [name, description] as const),
    ...keyRelationsOf(entity).map(([name, { description }]) => [name, description] as const),
  ];
  if (names.length === 0) return null;
  return new GraphQLEnumType({
    name: `${entity.name}GroupKey`,
    description: `What ${entity.description} can be grouped by.`,
    values: Object.fromEntries(
      names.map(([name, description]) => [constant(name), { value: name, description }]),
    ),
  });
}

function connectionFields(
  schema: GraphQLSchema,
  entity: Entity,
  keys: GraphQLEnumType,
): GraphQLFieldConfigMap<RowConnection, Context> {
  const { first, usual, keys: most } = groupLimits;
  const by = {
    type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(keys))),
    defaultValue: [],
    description: `What rows of one group have in common, at most ${most}; of nothing: all rows are one group.`,
  };
  return {
    groups: {
      type: new GraphQLList(new GraphQLNonNull(groupType(schema, entity))),
      description:
        'Rows of the whole list, not of the page, in groups with counts, sums and extremes; the largest group first, then by value. `groupCount` tells whether there are more than `first`. FORBIDDEN to group by what the viewer may not follow everywhere.',
      args: {
        by,
        first: {
          type: new GraphQLNonNull(GraphQLInt),
          defaultValue: usual,
          description: `Groups to give, 1 to ${first}; more is an error.`,
        },
      },
      resolve: async (page, args) => (await page.groups(args as GroupArgs)).groups,
      ...price({ sum: 50, row: 0.1, mostRows: first }),
    },
    groupCount: {
      type: GraphQLInt,
      description: 'How many groups there are.',
      args: { by },
      resolve: async (page, { by: fields }) => (await page.groups({ by: fields, first: 1 })).total,
      ...price({ sum: 50 }),
    },
  };
}

function groupType(schema: GraphQLSchema, entity: Entity): GraphQLObjectType {
  const sums = summedIn(entity);
  const extremes = extremesIn(entity);
  const extremeType = valuesType(
    `${entity.name}Extremes`,
    'Smallest or largest values of a group.',
    extremes,
  );
  const fields: GraphQLFieldConfigMap<Group, Context> = {
    key: { type: new GraphQLNonNull(keyType(schema, entity)), description: 'What its rows have in common.' },
    count: { type: new GraphQLNonNull(GraphQLInt), description: 'How many rows there are.' },
  };
  if (sums.length > 0) {
    const type = valuesType(
      `${entity.name}Sums`,
      'Sums of a group, exact; OUT_OF_RANGE where one of whole numbers is beyond 2,147,483,647.',
      sums,
    );
    fields.sum = { type: new GraphQLNonNull(type), description: 'Sums; rows without a value add nothing.' };
  }
  if (extremes.length > 0) {
    const type = new GraphQLNonNull(extremeType);
    fields.min = { type, description: 'The smallest, or earliest, of each.' };
    fields.max = { type, description: 'The largest, or latest, of each.' };
  }
  const description = `Some of ${entity.description} that have something in common.`;
  return new GraphQLObjectType({ name: `${entity.name}Group`, description, fields });
}

const valuesType = (name: string, description: string, fields: readonly ComparableField[]) =>
  new GraphQLObjectType({
    name,
    description: `${description} Null where no row has a value.`,
    fields: () =>
      Object.fromEntries(
        fields.map((field) => [field.name, { type: field.type, description: field.description }]),
      ),
  });

function keyType(schema: GraphQLSchema, entity: Entity): GraphQLObjectType<Group['key'], Context> {
  const fields = keyFieldsOf(entity).map((field) => [
    field.name,
    { type: field.type, description: field.description },
  ]);
  const relations = keyRelationsOf(entity).flatMap(([name, relation]) => {
    const type = schema.getType(relation.target().name);
    if (!(type instanceof GraphQLObjectType)) return [];
    const follow: Field['resolve'] = (key: Group['key'], _args, ctx) =>
      key.groupedBy.includes(name) ? loadOne(ctx, `${entity.name}.${name}`, relation, key) : null;
    const rights = rightsToFollow(entity, relation);
    const { description } = relation;
    return [[name, { type, description, resolve: follow, extensions: rights.length > 0 ? { rights } : {} }]];
  });
  return new GraphQLObjectType({
    name: `${entity.name}GroupValues`,
    description:
      'What rows of a group have in common: null where they have no value, and where `by` does not name it.',
    fields: () => Object.fromEntries([...fields, ...relations]),
  });
}
