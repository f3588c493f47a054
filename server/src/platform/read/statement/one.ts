import type { FieldNode } from 'graphql';
import type { Entity, OneRelation } from '../entity.ts';
import { tableColumns } from '../select.ts';
import { orderedBy } from './fields.ts';
import { type Build, type Level, narrowedBy, newLevel, type RowText, rowsOfLevel, tiedTo } from './level.ts';
import { type SqlTemplate, sqlTemplate } from './sql-template.ts';
import { absent } from './values.ts';

const isWholeKey = (entity: Entity, relation: OneRelation) =>
  entity.key.every((name) => Object.values(relation.on).includes(name)) && !relation.where && !entity.source;

/** Text of the one row that a relation leads to. */
export function oneText(
  build: Build,
  above: Level,
  relation: OneRelation,
  nodes: readonly FieldNode[],
  rowText: RowText,
): SqlTemplate {
  const entity = relation.target();
  const level = newLevel(build, entity);
  const object = rowText(build, level, nodes);
  const order = relation.first?.(tableColumns(entity)) ?? [];
  const tied = tiedTo(above, entity, relation.on);
  const rows = rowsOfLevel(level, {
    ...tied,
    conditions: [...tied.conditions, ...narrowedBy(entity, relation.where)],
    tail: isWholeKey(entity, relation) ? [] : [...orderedBy(order), ' limit 1'],
  });
  return sqlTemplate`coalesce((select ${object} from ${rows}), ${absent(relation.nullable)})`;
}
