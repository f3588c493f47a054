import { getTableName, type SQL, sql } from 'drizzle-orm';
import type { FieldNode, FragmentDefinitionNode, GraphQLSchema } from 'graphql';
import { soleCountyOf } from '#platform/access/viewer.ts';
import { columnNameOf } from '#platform/database/column-name.ts';
import { fragmentOf } from '#platform/database/fragment.ts';
import type { Right } from '#schema/codes/rights.ts';
import type { ComputedField, Entity, KeyPairs, ReadRequest } from '../entity.ts';
import { columnNamed, computedSql, tableColumns } from '../select.ts';
import { scopeOf } from './scope-text.ts';
import { sourceOf } from './source-text.ts';
import {
  type BindContext,
  declared,
  isOfViewer,
  joined,
  ofViewer,
  type SqlTemplate,
  sqlTemplate,
} from './sql-template.ts';

/** What the whole statement is made from. */
export interface Build {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /**
   * The request it is made for, which gives what shapes the statement: `@skip` and `@include`, orders, types of ids.
   * Null once it is made: a plan outlives its first request and must not keep it.
   */
  bindContext: BindContext | null;
  /** What the fields ask for, beyond the permissions of the root fields. */
  readonly rights: Set<Right>;
  /**
   * The same for fields of rows, with whose rows they are: where a right reaches less, the resolvers say of which.
   */
  readonly rightsOver: Map<Entity, Set<Right>>;
  /** Whose rows are read, at whatever level. */
  readonly entities: Set<Entity>;
  /** Levels so far; each has a name of its own, whatever table it reads. */
  levels: number;
}

/**
 * Rows of an entity at one place of the operation. They are read in a subquery of their own in which the table bears
 * its own name, as the declarations expect; everything around names the level.
 */
export interface Level {
  readonly entity: Entity;
  readonly name: string;
  /** What the subquery must select, by the name it then has: gathered while the object is put together. */
  readonly selected: Map<string, SqlTemplate>;
}

/** How one row of a level is written as JSON. */
export type RowText = (build: Build, level: Level, nodes: readonly FieldNode[]) => SqlTemplate;

export function bindContextOf({ bindContext }: Build): BindContext {
  if (!bindContext) throw new Error('the statement is made already');
  return bindContext;
}

export function newLevel(build: Build, entity: Entity): Level {
  build.levels += 1;
  build.entities.add(entity);
  return { entity, name: `l${build.levels}`, selected: new Map() };
}

/**
 * A column of the level's row, as the text around the subquery names it: by its own name, which keeps the text short.
 */
export function columnOf(level: Level, name: string): string {
  const bare = `"${columnNameOf(columnNamed(level.entity, name))}"`;
  level.selected.set(bare, [bare]);
  return `${level.name}.${bare}`;
}

/** An expression over the level's row, worked out where the table has its own name. */
export function expressionOf(level: Level, name: string, expression: SQL): string {
  const alias = `"=${name}"`;
  level.selected.set(alias, sqlTemplate`${declared(expression)} as ${alias}`);
  return `${level.name}.${alias}`;
}

/** The same of a computed field, with the county of whoever asks where it looks other tables up. */
export function computedText(level: Level, name: string, field: ComputedField): string {
  const alias = `"=${name}"`;
  const expression: SqlTemplate =
    field.sql.length < 2
      ? declared(computedSql(level.entity, field))
      : [
          ofViewer(({ ctx }: BindContext) =>
            fragmentOf(computedSql(level.entity, field, soleCountyOf(ctx.viewer))),
          ),
        ];
  level.selected.set(alias, sqlTemplate`${expression} as ${alias}`);
  return `${level.name}.${alias}`;
}

/** Whether a right of the viewer reaches the level's row. */
export function reachedBy(level: Level, right: Right): string {
  const alias = `"=${right}"`;
  level.selected.set(alias, [ofViewer(({ ctx }) => scopeOf(ctx, level.entity, right)), ` as ${alias}`]);
  return `${level.name}.${alias}`;
}

export interface Narrowing {
  readonly conditions: readonly SqlTemplate[];
  /** What follows the conditions: order and limit. */
  readonly tail?: SqlTemplate;
  readonly request?: (bindContext: BindContext) => Partial<ReadRequest>;
}

/** `from` and `where` of an entity's rows in scope. */
export function fromRows(entity: Entity, { conditions, request }: Narrowing): SqlTemplate {
  const worked = (bindContext: BindContext) => sourceOf(bindContext.ctx, entity, request?.(bindContext));
  const source: SqlTemplate = entity.source
    ? [!request || isOfViewer(request) ? ofViewer(worked) : worked]
    : [`"${getTableName(entity.table)}"`];
  const scope = ofViewer(({ ctx }: BindContext) => scopeOf(ctx, entity));
  return sqlTemplate`from ${source} where ${joined([[scope], ...conditions], ' and ')}`;
}

/** The level's rows under its name. To be called last: by then all that is selected is known. */
export function rowsOfLevel(level: Level, narrowing: Narrowing): SqlTemplate {
  const columns = level.selected.size > 0 ? joined([...level.selected.values()], ', ') : '1';
  const tail = narrowing.tail ?? [];
  return sqlTemplate`(select ${columns} ${fromRows(level.entity, narrowing)}${tail}) as ${level.name}`;
}

/** Ties rows to the row of the level above. */
export function tiedTo(
  above: Level,
  entity: Entity,
  on: KeyPairs,
): Required<Pick<Narrowing, 'conditions' | 'request'>> {
  const ties = Object.entries(on).map(([source, target]) => ({
    target,
    equals: columnOf(above, source),
  }));
  return {
    conditions: ties.map(({ target, equals }) => [
      ...declared(sql`${columnNamed(entity, target)}`),
      ` = ${equals}`,
    ]),
    request: ofViewer(() => ({
      keys: Object.fromEntries(ties.map(({ target, equals }) => [target, { equals: sql.raw(equals) }])),
    })),
  };
}

/** A relation's own condition, where it has one. */
export const narrowedBy = (
  entity: Entity,
  where: ((columns: ReturnType<typeof tableColumns>) => SQL) | undefined,
) => (where ? [declared(where(tableColumns(entity)))] : []);
