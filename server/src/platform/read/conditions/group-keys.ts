import { type SQL, sql } from 'drizzle-orm';
import { isEnumType } from 'graphql';
import { forbidden, requireRights } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid } from '#platform/core/errors.ts';
import { type Entity, type OneRelation, type Relation, rightsToFollow } from '../entity.ts';
import { reachesAll } from '../reach.ts';
import { columnNamed } from '../select.ts';
import type { ComparableField } from './comparable-field.ts';

export interface GroupArgs {
  /** Names of fields and relations. */
  readonly by: readonly string[];
  readonly first: number;
}

/** A sum of whole numbers beyond it is refused. */
export const largestInt = 2_147_483_647n;

export const groupLimits = { first: 1_000, usual: 100, keys: 4 } as const;

const keyTypes = new Set(['Boolean', 'Int', 'Period']);
const sumTypes = new Set(['Int', 'Money']);
const extremeTypes = new Set(['Int', 'Money', 'Day', 'Instant']);

/** What needs a right of its own is in no group: a sum tells of rows which nobody asked about one by one. */
const open = (entity: Entity): ComparableField[] =>
  [...entity.comparable.values()].filter(({ rights, isList }) => rights.length === 0 && !isList);

/** Fields with few values, by which rows fall into groups. */
export const keyFieldsOf = (entity: Entity): ComparableField[] =>
  open(entity).filter(({ type }) => isEnumType(type) || keyTypes.has(type.name));
export const summedIn = (entity: Entity): ComparableField[] =>
  open(entity).filter(({ type }) => sumTypes.has(type.name));
export const extremesIn = (entity: Entity): ComparableField[] =>
  open(entity).filter(({ type }) => extremeTypes.has(type.name));

/** Whether a relation leads to one record by its whole key, so that rows which share the columns share the record. */
function isKey(relation: Relation): relation is OneRelation {
  if (relation.kind !== 'one' || relation.where || relation.first) return false;
  const target = relation.target();
  return !target.source && target.key.every((name) => Object.values(relation.on).includes(name));
}

/** The same for relations: rows fall into groups by the record that they lead to. */
export const keyRelationsOf = (entity: Entity): (readonly [name: string, relation: OneRelation])[] =>
  entity.where === false
    ? []
    : Object.entries(entity.relations).flatMap(([name, relation]) =>
        isKey(relation) ? [[name, relation]] : [],
      );

/** One expression that groups are made by. */
export interface GroupPart {
  /** The column of a relation, or else the name of a field. */
  readonly column: string | null;
  readonly name: string;
  readonly sql: SQL;
}

export function groupParts(entity: Entity, by: readonly string[]): GroupPart[] {
  const parts = new Map<string, GroupPart>();
  for (const name of by) {
    const relation = entity.relations[name];
    const field = entity.comparable.get(name);
    if (relation)
      for (const column of Object.keys(relation.on))
        parts.set(`column ${column}`, { column, name: column, sql: sql`${columnNamed(entity, column)}` });
    else if (field) parts.set(`field ${name}`, { column: null, name, sql: field.sql() });
  }
  return [...parts.values()];
}

/** The largest group first; equal ones by their values. */
export const groupOrder = (parts: readonly GroupPart[]): SQL[] => [
  sql`count(*) desc`,
  ...parts.map((part) => sql`${part.sql} nulls last`),
];

/** Refuses groups beyond the bounds, and those that would tell where relations lead which the viewer may not follow. */
export function checkGroups(ctx: Context, entity: Entity, { by, first }: GroupArgs): void {
  if (first < 1) throw invalid({ first: 'PAGE_SIZE_INVALID' });
  if (first > groupLimits.first) throw invalid({ first: 'PAGE_TOO_LARGE' });
  if (by.length > groupLimits.keys) throw invalid({ by: 'TOO_MANY' });
  for (const name of by) {
    const relation = entity.relations[name];
    const rights = relation ? rightsToFollow(entity, relation) : [];
    requireRights(ctx.viewer, rights, 'by');
    const narrower = rights.find((right) => !reachesAll(ctx.viewer, entity, right));
    if (narrower) throw forbidden(narrower, 'by');
  }
}
