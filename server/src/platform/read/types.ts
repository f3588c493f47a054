import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Needs } from '#schema/needs.ts';
import { type Entity, rightsToFilter } from './entity.ts';

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, {
    description: 'Whether some stand before: true wherever `after` or `offset` skipped any.',
  })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row, for `after` of the next page.',
  })
  endCursor!: string | null;
}

export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(SortDirection, {
  name: 'SortDirection',
  description: 'Upwards or downwards; rows without a value stand last either way.',
  valuesConfig: { ASC: { description: 'Smallest first.' }, DESC: { description: 'Largest first.' } },
});

export type AnyClass = new () => object;

/** A class of a given name, for types that are made from a declaration. */
export function classNamed(name: string): AnyClass {
  return { [name]: class {} }[name] as AnyClass;
}

interface ListTypes {
  readonly connection: AnyClass;
  readonly filter: AnyClass | null;
  readonly order: AnyClass | null;
}
const made = new Map<string, ListTypes>();

/** Connection, filter and order types of an entity, made once from its declaration. */
export function listTypes(entity: Entity): ListTypes {
  const known = made.get(entity.name);
  if (known) return known;
  const types = { connection: connectionType(entity), filter: filterType(entity), order: orderType(entity) };
  made.set(entity.name, types);
  return types;
}

function connectionType(entity: Entity): AnyClass {
  const edge = classNamed(`${entity.name}Edge`);
  ObjectType(edge.name, { description: `A row of ${entity.description} with its cursor.` })(edge);
  Field(() => String, { description: 'Cursor of this row, for `after`.' })(edge.prototype, 'cursor');
  Field(() => entity.type, { description: 'The row.' })(edge.prototype, 'node');

  const connection = classNamed(`${entity.name}Connection`);
  ObjectType(connection.name, { description: `A page of ${entity.description}.` })(connection);
  Field(() => [entity.type], { description: 'The rows of the page.' })(connection.prototype, 'nodes');
  Field(() => [edge], { description: 'The same rows, each with its cursor.' })(connection.prototype, 'edges');
  Field(() => PageInfo, { description: 'Whether more follow, and from where.' })(
    connection.prototype,
    'pageInfo',
  );
  Field(() => Int, { description: 'Rows of the whole list under this filter; counted only when asked for.' })(
    connection.prototype,
    'totalCount',
  );
  return connection;
}

function filterType(entity: Entity): AnyClass | null {
  const filters = Object.entries(entity.filters);
  if (filters.length === 0) return null;
  const input = classNamed(`${entity.name}Filter`);
  InputType(input.name, { description: `Narrows ${entity.description}; all that is given must hold.` })(
    input,
  );
  for (const [name, filter] of filters) {
    Field(filter.type as () => StringConstructor, { nullable: true, description: filter.description })(
      input.prototype,
      name,
    );
    const rights = rightsToFilter(entity, name);
    if (rights.length > 0) Needs(...rights)(input.prototype, name);
  }
  return input;
}

function orderType(entity: Entity): AnyClass | null {
  const sorts = Object.entries(entity.sorts);
  if (sorts.length === 0) return null;
  const fields = Object.fromEntries(sorts.map(([name]) => [name, name]));
  registerEnumType(fields, {
    name: `${entity.name}SortField`,
    description: `What ${entity.description} can be sorted by.`,
    valuesConfig: Object.fromEntries(sorts.map(([name, sort]) => [name, { description: sort.description }])),
  });
  const input = classNamed(`${entity.name}Order`);
  InputType(input.name, { description: `One step of the order of ${entity.description}.` })(input);
  Field(() => fields, { description: 'What to sort by.' })(input.prototype, 'field');
  Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which way.' })(
    input.prototype,
    'direction',
  );
  return input;
}
