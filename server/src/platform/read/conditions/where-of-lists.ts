import {
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLNamedType,
  GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
} from 'graphql';

const mark = 'whereOfLists';

export const isWhereOfLists = (type: GraphQLNamedType): boolean => type.extensions[mark] === true;

/**
 * The type of a field of an input that takes the `where` of whichever list it is about, one field for each. It holds the
 * place until the lists have theirs, which follow from the finished schema.
 */
export const whereOfLists = (name: string, description: string): GraphQLScalarType =>
  new GraphQLScalarType({ name, description, extensions: { [mark]: true } });

/** The conditions of all lists, by the name of the list. */
export function wheresByList(
  schema: GraphQLSchema,
  wheres: ReadonlyMap<string, GraphQLInputObjectType>,
): GraphQLInputFieldConfigMap {
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {});
  return Object.fromEntries(
    lists.flatMap((list) => {
      const type = wheres.get(getNamedType(list.type).name);
      return type ? [[list.name, { type, description: `Conditions on the rows of \`${list.name}\`.` }]] : [];
    }),
  );
}

/** What comes where `whereOfLists` holds the place. */
export const whereOfListsType = (
  { name, description }: GraphQLNamedType,
  fields: GraphQLInputFieldConfigMap,
): GraphQLInputObjectType => new GraphQLInputObjectType({ name, description, fields });
