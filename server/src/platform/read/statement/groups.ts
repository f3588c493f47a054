import { type SQL, sql } from 'drizzle-orm';
import { type FieldNode, GraphQLObjectType, getNamedType } from 'graphql';
import {
  checkGroups,
  type GroupArgs,
  type GroupPart,
  groupOrder,
  groupParts,
  largestInt,
} from '#platform/read/conditions/group-keys.ts';
import { rightsOf } from '#schema/needs.ts';
import type { Entity } from '../entity.ts';
import { fieldsBelow, objectText, orderedBy } from './fields.ts';
import {
  type Build,
  bindContextOf,
  columnOf,
  expressionOf,
  fromRows,
  type Level,
  type Narrowing,
  newLevel,
  type RowText,
  rowsOfLevel,
} from './level.ts';
import { oneText } from './one.ts';
import {
  asWritten,
  type BindContext,
  declared,
  joined,
  nothing,
  plainly,
  type SelectedField,
  type Slot,
  type SqlTemplate,
  sqlTemplate,
} from './sql-template.ts';
import { jsonOfValue, missing, NotExpressible } from './values.ts';

/** Groups of a list while their text is put together. */
interface Grouping {
  readonly build: Build;
  readonly entity: Entity;
  readonly rowText: RowText;
  readonly level: Level;
  readonly by: readonly string[];
}

const groupedBy = (parts: readonly GroupPart[]): SqlTemplate =>
  parts.length > 0
    ? sqlTemplate` group by ${joined(
        parts.map((part) => declared(part.sql)),
        ', ',
      )}`
    : [];

const argsOf = (selected: SelectedField) => (bindContext: BindContext) => {
  const { by, first = 1 } = bindContext.argsOf(selected) as Partial<GroupArgs> & Pick<GroupArgs, 'by'>;
  return { by, first };
};

/** Text of the groups of a list: its own rows under its own conditions, in one aggregate. */
export function groupsText(
  build: Build,
  entity: Entity,
  selected: SelectedField,
  nodes: readonly FieldNode[],
  list: Narrowing,
  rowText: RowText,
): SqlTemplate {
  const type = getNamedType(selected.field.type);
  if (!(type instanceof GraphQLObjectType)) throw new NotExpressible(selected.field.name);
  const args = argsOf(selected);
  const { by } = args(bindContextOf(build));
  const grouping = { build, entity, rowText, by, level: newLevel(build, entity) };
  const parts = groupParts(entity, by);
  // With it the rows are one group, whatever else is asked of them.
  const count = expressionOf(grouping.level, 'group.count', sql`count(*)`);
  const row = objectText(type, fieldsBelow(build, type, nodes), (name, below) =>
    name === 'count' ? [`${count}::text`] : partText(grouping, type, name, below),
  );
  const limit = asWritten(selected)<Slot>((bindContext) => {
    const given = args(bindContext);
    checkGroups(bindContext.ctx, entity, given);
    return plainly(` limit ${given.first}`);
  });
  const rows = rowsOfLevel(grouping.level, {
    ...list,
    tail: [...groupedBy(parts), ...orderedBy(parts.length > 0 ? groupOrder(parts) : []), limit],
  });
  return sqlTemplate`(select '[' || coalesce(string_agg(${row}, ','), '') || ']' from ${rows})`;
}

/** Text of the number of groups. */
export function groupCountText(
  build: Build,
  entity: Entity,
  selected: SelectedField,
  list: Narrowing,
): SqlTemplate {
  const args = argsOf(selected);
  const parts = groupParts(entity, args(bindContextOf(build)).by);
  const checked = asWritten(selected)<Slot>((bindContext) => {
    checkGroups(bindContext.ctx, entity, args(bindContext));
    return nothing;
  });
  const { name } = newLevel(build, entity);
  const rows = sqlTemplate`select count(*) ${fromRows(entity, list)}${groupedBy(parts)}${checked}`;
  return sqlTemplate`(select count(*)::text from (${rows}) as ${name})`;
}

function partText(
  grouping: Grouping,
  above: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
): SqlTemplate {
  const type = getNamedType(above.getFields()[name]?.type);
  if (!(type instanceof GraphQLObjectType)) throw new NotExpressible(name);
  return objectText(type, fieldsBelow(grouping.build, type, nodes), (field, below) =>
    name === 'key' ? keyText(grouping, type, field, below) : valueText(grouping, type, name, field),
  );
}

const separately = (texts: readonly string[]): readonly SqlTemplate[] => texts.map((text) => [text]);

function keyText(
  { build, entity, level, rowText, by }: Grouping,
  type: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
): SqlTemplate | readonly SqlTemplate[] {
  const field = type.getFields()[name];
  if (!field) throw new NotExpressible(name);
  for (const right of rightsOf(field))
    build.rightsOver.set(entity, (build.rightsOver.get(entity) ?? new Set()).add(right));
  if (!by.includes(name)) return [`'null'`];
  const relation = entity.relations[name];
  if (relation?.kind === 'one') {
    for (const column of Object.keys(relation.on)) columnOf(level, column);
    return oneText(build, level, { ...relation, nullable: true }, nodes, rowText);
  }
  return separately(
    jsonOfValue(field.type, expressionOf(level, `key.${name}`, expressionNamed(entity, name))),
  );
}

function expressionNamed(entity: Entity, name: string): SQL {
  const field = entity.comparable.get(name);
  if (!field) throw new NotExpressible(name);
  return field.sql();
}

const aggregates: Readonly<Record<string, (value: SQL) => SQL>> = {
  sum: (value) => sql`sum(${value})`,
  min: (value) => sql`min(${value})`,
  max: (value) => sql`max(${value})`,
};

function valueText(
  { entity, level }: Grouping,
  type: GraphQLObjectType,
  kind: string,
  name: string,
): readonly SqlTemplate[] {
  const field = type.getFields()[name];
  const aggregate = aggregates[kind];
  if (!field || !aggregate) throw new NotExpressible(name);
  const value = expressionOf(level, `${kind}.${name}`, aggregate(expressionNamed(entity, name)));
  const text = jsonOfValue(field.type, value);
  // What no Int holds, the resolvers refuse.
  if (kind === 'sum' && String(field.type) === 'Int')
    return [
      [
        `case when abs(${value}) > ${largestInt} then chr(${missing.charCodeAt(0)}) else ${text.join(' || ')} end`,
      ],
    ];
  return separately(text);
}
