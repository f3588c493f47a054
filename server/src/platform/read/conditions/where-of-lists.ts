import {
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLNamedType,
  GraphQLScalarType,
  GraphQLSchema,
  getNamedType,
} from 'graphql';

const mark = 'whereOfLists';

const isPlaceholder = (type: GraphQLNamedType): boolean => type.extensions[mark] === true;

/**
 * The type of a field of an input that takes the `where` of whichever list it is about, one field for each. It holds the
 * place until the lists have theirs, which follow from the finished schema.
 */
export const whereOfLists = (name: string, description: string): GraphQLScalarType =>
  new GraphQLScalarType({ name, description, extensions: { [mark]: true } });

function wheresByList(schema: GraphQLSchema): GraphQLInputFieldConfigMap {
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {});
  return Object.fromEntries(
    lists.flatMap(({ name, args }) => {
      const where = args.find((arg) => arg.name === 'where');
      return where
        ? [[name, { type: where.type, description: `Conditions on the rows of \`${name}\`.` }]]
        : [];
    }),
  );
}

/** Puts the conditions of all lists where `whereOfLists` holds their place. */
export function fillWhereOfLists(schema: GraphQLSchema): GraphQLSchema {
  const fields = wheresByList(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLInputObjectType)) continue;
    for (const field of Object.values(type.getFields())) {
      const namedType = getNamedType(field.type);
      if (!isPlaceholder(namedType)) continue;
      const { name, description } = namedType;
      field.type = new GraphQLInputObjectType({ name, description, fields });
    }
  }
  const config = schema.toConfig();
  const types = config.types.filter((type) => !isPlaceholder(type));
  return new GraphQLSchema({ ...config, types, assumeValid: true });
}
