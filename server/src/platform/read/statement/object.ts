import { type FieldNode, GraphQLObjectType, getNullableType } from 'graphql';
import { rightsOf } from '#schema/needs.ts';
import type { ManyRelation } from '../entity.ts';
import { longest } from '../loader.ts';
import { tableColumns } from '../select.ts';
import { connectionText } from './connection.ts';
import { fieldsBelow, objectText, objectTypeOf, orderedBy } from './fields.ts';
import {
  type Build,
  columnOf,
  computedText,
  type Level,
  narrowedBy,
  newLevel,
  reachedBy,
  rowsOfLevel,
  tiedTo,
} from './level.ts';
import { oneText } from './one.ts';
import { type SqlTemplate, sqlTemplate } from './sql-template.ts';
import { absent, jsonOfValue, NotExpressible } from './values.ts';

/** Text of one row of a level as the operation wants it. */
export function rowText(build: Build, level: Level, nodes: readonly FieldNode[]): SqlTemplate {
  const type = objectTypeOf(build, level.entity.name);
  return objectText(type, fieldsBelow(build, type, nodes), (name, below) =>
    fieldText(build, level, type, name, below),
  );
}

function fieldText(
  build: Build,
  level: Level,
  type: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
): SqlTemplate | readonly SqlTemplate[] {
  const { entity } = level;
  const field = type.getFields()[name];
  const node = nodes[0];
  if (!field || !node) throw new NotExpressible(name);
  for (const right of rightsOf(field))
    build.rightsOver.set(entity, (build.rightsOver.get(entity) ?? new Set()).add(right));
  const relation = entity.relations[name];
  if (relation?.kind === 'list')
    return connectionText(build, relation.target(), { field, node }, nodes, rowText, { level, relation });
  if (relation?.kind === 'many') return manyText(build, level, relation, nodes);
  if (relation) return oneText(build, level, relation, nodes, rowText);
  const computed = entity.computed[name];
  if (computed) return separately(jsonOfValue(field.type, computedText(level, name, computed)));
  const column = tableColumns(entity)[name];
  if (name === 'id' && type.getInterfaces().length > 0) return globalIdText(level);
  if (!column || column.getSQLType() === 'bytea') throw new NotExpressible(`${type.name}.${name}`);
  if (getNullableType(field.type) instanceof GraphQLObjectType)
    throw new NotExpressible(`${type.name}.${name}`);
  const text = jsonOfValue(field.type, columnOf(level, name), !column.notNull);
  const right = entity.guarded[name];
  // Where the right does not reach, the resolvers say so.
  if (right)
    return [[`case when ${reachedBy(level, right)} then ${text.join(' || ')} else ${absent(false)} end`]];
  return separately(text);
}

const separately = (texts: readonly string[]): readonly SqlTemplate[] => texts.map((text) => [text]);

/** As `globalId` writes it: codes, ids and numbers, in which nothing needs an escape. */
function globalIdText(level: Level): readonly SqlTemplate[] {
  const parts = level.entity.key.flatMap((name) => [`':'`, columnOf(level, name)]);
  return separately([`'"${level.entity.name}'`, ...parts, `'"'`]);
}

function manyText(
  build: Build,
  above: Level,
  relation: ManyRelation,
  nodes: readonly FieldNode[],
): SqlTemplate {
  const entity = relation.target();
  const level = newLevel(build, entity);
  const object = rowText(build, level, nodes);
  const tied = tiedTo(above, entity, relation.on);
  const rows = rowsOfLevel(level, {
    ...tied,
    conditions: [...tied.conditions, ...narrowedBy(entity, relation.where)],
    tail: [...orderedBy(relation.order(tableColumns(entity))), ` limit ${longest}`],
  });
  return sqlTemplate`(select '[' || coalesce(string_agg(${object}, ','), '') || ']' from ${rows})`;
}
