import type { PgTable } from 'drizzle-orm/pg-core';
import { type Followed, followedBy } from '#platform/feed/followed.ts';
import { checkPlace } from '#platform/feed/place.ts';
import type { Schedules } from '#platform/jobs/job-set.ts';
import { type Entity, type EntityExtension, entityPoint, extendEntity } from '#platform/read/entity.ts';
import type { ConstraintMeaning } from '#platform/write/refusals.ts';
import { ChangeType } from '#schema/codes/change.codes.ts';
import { isInsertOnly } from '#schema/insert-only.ts';
import { idempotency } from '#schema/platform/platform.table.ts';
import type { Catalog } from './catalog.ts';
import type { ExtensionPoint, Provision } from './extension-point.ts';
import type { Module } from './module.ts';

/** Puts the declarations of the modules together and refuses what contradicts itself. Called once in a process. */
export function compose(modules: readonly Module[]): Catalog {
  const entities = modules.flatMap((module) => module.entities ?? []);
  refuseDoubles(
    'module',
    modules.map(({ name }) => name),
  );
  refuseDoubles(
    'entity',
    entities.map(({ name }) => name),
  );
  for (const module of modules) extendAll(module, entities);
  refuseUnlisted(entities);
  for (const { name, table, place, source } of entities) if (!source) checkPlace(name, table, place);
  const provisions: readonly Provision[] = [
    ...entities.map((entity) => entityPoint.with(entity)),
    ...modules.flatMap((module) => module.provides ?? []),
  ];
  return {
    followed: followedTables(entities),
    constraints: constraintsOf(modules),
    insertOnly: [
      idempotency,
      ...entities.map(({ table }) => table).filter(isInsertOnly),
      ...modules.flatMap(({ histories = [] }) => histories),
    ],
    schedules: schedulesOf(modules),
    provided: <T>(point: ExtensionPoint<T>) =>
      provisions.flatMap((one) => (one.point === point ? [one.value as T] : [])),
  };
}

function extendAll({ name, extensions = [] }: Module, entities: readonly Entity[]): void {
  for (const extension of extensions) {
    if (!entities.includes(extension.entity)) throw new Error(`${name} extends what no module declares`);
    extendOnce(name, extension);
  }
}

function extendOnce(module: string, { entity, ...more }: EntityExtension): void {
  for (const part of ['relations', 'computed', 'filters'] as const)
    for (const field of Object.keys(more[part] ?? {}))
      if (field in entity[part]) throw new Error(`${module} adds ${entity.name}.${field} once more`);
  extendEntity(entity, more);
}

function refuseDoubles(what: string, names: readonly string[]): void {
  const double = names.find((name, at) => names.indexOf(name) !== at);
  if (double) throw new Error(`two of ${what} ${double}`);
}

function refuseUnlisted(entities: readonly Entity[]): void {
  for (const { name, relations } of entities)
    for (const [field, { target }] of Object.entries(relations))
      if (!entities.includes(target()))
        throw new Error(`${name}.${field} leads to ${target().name}, which no module declares`);
}

/** All types of the feed must be there, or changes would be missed in silence. */
function followedTables(entities: readonly Entity[]): ReadonlyMap<PgTable, Followed> {
  const followed = new Map(
    entities.flatMap((entity) => {
      const one = entity.feed && followedBy(entity.name, entity.table, entity.feed, entity.place);
      return one ? [[entity.table, one] as const] : [];
    }),
  );
  const types = new Set([...followed.values()].map(({ type }) => type));
  const missing = ChangeType.keys.find((type) => !types.has(type));
  if (missing) throw new Error(`no module declares the records of ${missing}`);
  return followed;
}

function constraintsOf(modules: readonly Module[]): ReadonlyMap<string, ConstraintMeaning> {
  const constraints = modules.flatMap((module) => Object.entries(module.constraints ?? {}));
  refuseDoubles(
    'constraint',
    constraints.map(([name]) => name),
  );
  return new Map(constraints);
}

function schedulesOf(modules: readonly Module[]): Schedules {
  const schedules = modules.flatMap((module) => Object.entries(module.schedules ?? {}));
  refuseDoubles(
    'schedule',
    schedules.map(([queue]) => queue),
  );
  return Object.fromEntries(schedules);
}
