import { sql } from 'drizzle-orm';
import { type FieldNode, type GraphQLField, GraphQLObjectType } from 'graphql';
import { parseGlobalId } from '#platform/core/ids.ts';
import type { Entity } from '../entity.ts';
import type { RootRead } from '../entity-resolver.ts';
import { partsOfId } from '../parts-of-id.ts';
import { columnNamed } from '../select.ts';
import { entityOfType } from '../types-of-entities.ts';
import { connectionText } from './connection.ts';
import { type Build, bindContextOf, newLevel, rowsOfLevel } from './level.ts';
import { rowText } from './object.ts';
import {
  type BindContext,
  between,
  declared,
  type SelectedField,
  type SqlTemplate,
  sqlTemplate,
} from './sql-template.ts';
import { absent, concatenated, NotExpressible } from './values.ts';

/** JSON text of one root field. */
export function rootText(
  build: Build,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): SqlTemplate {
  const node = nodes[0];
  if (!node) throw new NotExpressible(field.name);
  const selected = { field, node };
  if (field.name === 'node') return nodeText(build, selected, nodes);
  if (field.name === 'nodes') return nodesText(build, selected, nodes);
  const read = field.extensions.read as RootRead | undefined;
  if (!read) throw new NotExpressible(field.name);
  if (read.kind === 'list') return connectionText(build, read.entity, selected, nodes, rowText);
  return byIdText(
    build,
    read.entity,
    (bindContext) => partsOfId(read.entity, String(bindContext.argsOf(selected).id), 'id'),
    nodes,
  );
}

/** One row by its key. Where there is none, the resolvers say so. */
function byIdText(
  build: Build,
  entity: Entity,
  key: (bindContext: BindContext) => readonly string[],
  nodes: readonly FieldNode[],
  nullable = false,
): SqlTemplate {
  const level = newLevel(build, entity);
  const object = rowText(build, level, nodes);
  const rows = rowsOfLevel(level, {
    conditions: entity.key.map((name, at) => [
      ...declared(sql`${columnNamed(entity, name)}`),
      (bindContext: BindContext) => between(' = ', key(bindContext)[at]),
    ]),
    request: (bindContext) => ({
      keys: Object.fromEntries(entity.key.map((name, at) => [name, { values: [key(bindContext)[at]] }])),
    }),
  });
  return sqlTemplate`coalesce((select ${object} from ${rows}), ${absent(nullable)})`;
}

/** The type of a global id, where it is one that has ids. */
function typeOfId(build: Build, id: unknown): Entity {
  const typeName = parseGlobalId(String(id))?.type ?? '';
  const entity = entityOfType(build.schema, typeName);
  const type = build.schema.getType(typeName);
  if (!entity || !(type instanceof GraphQLObjectType) || type.getInterfaces().length === 0)
    throw new NotExpressible(String(id));
  return entity;
}

function nodeText(build: Build, selected: SelectedField, nodes: readonly FieldNode[]): SqlTemplate {
  const entity = typeOfId(build, bindContextOf(build).argsOf(selected).id);
  build.rights.add(entity.right);
  return byIdText(
    build,
    entity,
    (bindContext) => partsOfId(entity, String(bindContext.argsOf(selected).id), 'id'),
    nodes,
  );
}

function nodesText(build: Build, selected: SelectedField, nodes: readonly FieldNode[]): SqlTemplate {
  const ids = bindContextOf(build).argsOf(selected).ids;
  // Each id is a subquery of its own; a longer list is quicker by batches.
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > 10) throw new NotExpressible('nodes');
  const found = ids.map((id, at) => {
    const entity = typeOfId(build, id);
    build.rights.add(entity.right);
    const key = (bindContext: BindContext) =>
      partsOfId(entity, String((bindContext.argsOf(selected).ids as unknown[])[at]), `ids.${at}`);
    return byIdText(build, entity, key, nodes, true);
  });
  return concatenated([[`'['`], ...found.flatMap((one, at) => (at === 0 ? [one] : [[`','`], one])), [`']'`]]);
}
