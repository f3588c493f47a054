import type { InferSelectModel, SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { ClassType } from 'type-graphql';
import type { Reach } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import type { FeedRule } from '#platform/feed/followed.ts';
import type { PlaceRule } from '#platform/feed/place.ts';
import type { Catalog } from '#platform/module/catalog.ts';
import { extensionPoint } from '#platform/module/extension-point.ts';
import { heldByEverybody, type Right } from '#schema/codes/rights.ts';
import type { SoughtNumber } from '#schema/person/sought-number.ts';
import type { ComparableField } from './conditions/comparable-field.ts';

/** A table or an alias of it, by column name: what every expression of a declaration is built on. */
export type Columns = Record<string, PgColumn>;
export type Row = Record<string, unknown> & { __typename: string };
export type TypeThunk = () => unknown;

/**
 * Condition that keeps only what a reach covers; always given, and it fails closed: nothing held, no rows.
 */
export type ScopeRule = (columns: Columns, reach: Reach) => SQL;

export interface FilterDef {
  /** GraphQL type of the value, such as `() => String` or `() => [CategoryEnum]`. */
  readonly type: TypeThunk;
  readonly description: string;
  /** Rights beyond that of the list: what a filter tells of other records is for those who may read them. */
  readonly rights?: readonly Right[];
  /** For what is searched by whole numbers of persons, which is counted and noted: the number that a value is. */
  readonly sought?: (value: string) => SoughtNumber | null;
  /** Condition for a given value. `path` is where the value stands in the arguments, for errors. */
  readonly sql: (columns: Columns, value: never, ctx: Context, path: string) => SQL;
}

export interface SortDef {
  readonly description: string;
  /** A right that must reach everything the list shows: the order tells about rows as much as the column itself. */
  readonly right?: Right;
  /** What to sort by, one after the other; columns rather than expressions over them, so that an index serves. */
  readonly sql: (columns: Columns) => readonly (SQL | PgColumn)[];
}

/** Sorts by columns. */
export const by =
  (...names: readonly string[]): SortDef['sql'] =>
  (columns) =>
    names.map((name) => {
      const column = columns[name];
      if (!column) throw new Error(`no column ${name}`);
      return column;
    });

/** Columns of the source that must equal columns of the target. */
export type KeyPairs = Readonly<Record<string, string>>;

interface RelationBase {
  readonly target: () => Entity;
  readonly on: KeyPairs;
  readonly description: string;
  /** Narrows the targets, such as "still running". */
  readonly where?: (columns: Columns) => SQL;
  readonly deprecationReason?: string;
}
export interface OneRelation extends RelationBase {
  readonly kind: 'one';
  readonly nullable: boolean;
  /** Which of several comes first. */
  readonly first?: (columns: Columns) => SQL[];
}
export interface ManyRelation extends RelationBase {
  readonly kind: 'many';
  readonly order: (columns: Columns) => SQL[];
}
export interface ListRelation extends RelationBase {
  readonly kind: 'list';
}
export type Relation = OneRelation | ManyRelation | ListRelation;

export interface ComputedField {
  /** Rights beyond that of the row; such a field is nullable. */
  readonly rights?: readonly Right[];
  readonly type: TypeThunk;
  readonly nullable?: boolean;
  readonly description: string;
  /** Lists may be narrowed by it, as by a column; for what costs no more than one. */
  readonly comparable?: true;
  /**
   * `county` is that of the row: the column, or its value where all that the viewer sees is of one county. By it other tables
   * are looked up, so that the statement goes to one shard.
   */
  readonly sql: (columns: Columns, county: PgColumn | SQL) => SQL;
}

/** Any of some values, or equal to a column of the row that the read hangs on. */
export type KeyCondition = { readonly values: readonly unknown[] } | { readonly equals: SQL };

/** What a read asks for, as far as a source may want to know it beforehand. */
export interface ReadRequest {
  readonly filter: Readonly<Record<string, unknown>>;
  /** What columns must be, where the read is by key. */
  readonly keys: Readonly<Record<string, KeyCondition>>;
}

/** How one type of the API is read: everything the read paths know of the domain. */
export interface Entity {
  readonly name: string;
  readonly type: ClassType;
  readonly table: PgTable;
  /**
   * For rows that are worked out and not stored: the query that yields the columns of `table`, which then only names
   * them. All conditions of the read still stand around it; `request` serves to work out no more than needed.
   */
  readonly source?: (ctx: Context, request: ReadRequest) => SQL;
  /** Column names of the primary key, in order; the parts of the global id. */
  readonly key: readonly string[];
  readonly right: Right;
  readonly scope: ScopeRule;
  /** Which rows may be locked to be changed, where that is less than what may be read. */
  readonly lockScope?: ScopeRule;
  /**
   * Columns that need one more right, over the very row. Where it does not reach, the field is null with FORBIDDEN; no
   * file ever holds them, for it outlives the right.
   */
  readonly guarded: Readonly<Record<string, Right>>;
  readonly filters: Record<string, FilterDef>;
  readonly sorts: Record<string, SortDef>;
  readonly defaultSort: readonly { field: string; direction: Direction }[];
  readonly relations: Record<string, Relation>;
  readonly computed: Record<string, ComputedField>;
  /** Root fields: `one(id)` and `list(filter, orderBy, first, after, offset)`. */
  readonly query: { readonly one?: string; readonly list?: string };
  readonly description: string;
  /** False where no list of it may be narrowed by `where`, nor grouped. */
  readonly where?: false;
  /** Its records are followed in the change feed; absent where they are not. */
  readonly feed?: FeedRule;
  /** What the place in its rows hangs on; absent where they have none. */
  readonly place?: PlaceRule;
  /** What its lists may be narrowed, grouped and summed by: it follows from the type, once the schema is made. */
  readonly comparable: Map<string, ComparableField>;
}

export type Direction = 'ASC' | 'DESC';

export type EntityInput<T extends PgTable> = Pick<Entity, 'type' | 'right' | 'scope'> & {
  readonly table: T;
} & Partial<
    Pick<
      Entity,
      | 'filters'
      | 'sorts'
      | 'defaultSort'
      | 'relations'
      | 'computed'
      | 'query'
      | 'key'
      | 'source'
      | 'lockScope'
      | 'guarded'
      | 'where'
      | 'feed'
      | 'place'
    >
  > & {
    /** Plural words for descriptions, such as "households". */
    readonly plural: string;
  };

/** An entity that still knows what its rows look like. */
export type EntityOf<T extends PgTable> = Omit<Entity, 'table'> & { readonly table: T };

/** How rows of an entity may be written; see platform/write. */
interface WriteRules<T extends PgTable, R, E> {
  /** Its rows may be deleted; most records are ended instead, and kept. */
  readonly removable?: R;
  /** The column that says since when, or until when: empty as long as the record goes on. */
  readonly endsIn?: E;
  /** What the audit trail shows of a row, where that is not the whole row. */
  audited?(row: InferSelectModel<T>): object;
}

export function defineEntity<
  T extends PgTable,
  const R extends true | undefined = undefined,
  const E extends (keyof InferSelectModel<T> & string) | undefined = undefined,
>(
  input: EntityInput<T> & WriteRules<T, R, E>,
): EntityOf<T> & WriteRules<T, R, E> & { readonly removable: R; readonly endsIn: E } {
  const entity = {
    name: input.type.name,
    type: input.type,
    table: input.table,
    source: input.source,
    key: input.key ?? ['countyCode', 'id'],
    right: input.right,
    scope: input.scope,
    lockScope: input.lockScope,
    guarded: input.guarded ?? {},
    filters: input.filters ?? {},
    sorts: input.sorts ?? {},
    defaultSort: input.defaultSort ?? [],
    relations: { ...input.relations },
    computed: { ...input.computed },
    query: input.query ?? {},
    description: input.plural,
    removable: input.removable as R,
    endsIn: input.endsIn as E,
    audited: input.audited,
    feed: input.feed,
    place: input.place,
    where: input.where,
    comparable: new Map<string, ComparableField>(),
  };
  return entity;
}

interface MoreFields {
  readonly relations?: Readonly<Record<string, Relation>>;
  readonly computed?: Readonly<Record<string, ComputedField>>;
  readonly filters?: Readonly<Record<string, FilterDef>>;
}

/** Fields for a type of a module before, from the side that depends on it. */
export interface EntityExtension extends MoreFields {
  readonly entity: Entity;
}

export const extend = (entity: Entity, more: MoreFields): EntityExtension => ({ entity, ...more });

/** For `compose` alone, which does it once. */
export function extendEntity(entity: Entity, { relations, computed, filters }: MoreFields): void {
  Object.assign(entity.relations, relations);
  Object.assign(entity.computed, computed);
  Object.assign(entity.filters, filters);
}

/** Rights to follow a relation, beyond the one that shows the row it starts from. */
export const rightsToFollow = (from: Entity, { target }: Relation): readonly Right[] => {
  const { right } = target();
  return right === from.right || right === heldByEverybody ? [] : [right];
};

/** Rights to filter a list, beyond its own. A filter that bears the name of a relation tells where the relation leads. */
export function rightsToFilter(entity: Entity, name: string): readonly Right[] {
  const relation = Object.hasOwn(entity.relations, name) ? entity.relations[name] : undefined;
  return [...(relation ? rightsToFollow(entity, relation) : []), ...(entity.filters[name]?.rights ?? [])];
}

export const entityPoint = extensionPoint<Entity>('entities');
export const entitiesIn = (catalog: Catalog): readonly Entity[] => catalog.provided(entityPoint);
export const entityNamed = (catalog: Catalog, name: string): Entity | undefined =>
  entitiesIn(catalog).find((entity) => entity.name === name);

type RelationOptions = Omit<RelationBase, 'target' | 'on' | 'description'>;
export const one = (
  target: () => Entity,
  on: KeyPairs,
  description: string,
  options: RelationOptions & { nullable?: boolean; first?: OneRelation['first'] } = {},
): OneRelation => ({ kind: 'one', target, on, description, ...options, nullable: options.nullable ?? true });
/** A short list, whole; at most 100. */
export const many = (
  target: () => Entity,
  on: KeyPairs,
  description: string,
  options: RelationOptions & { order: ManyRelation['order'] },
): ManyRelation => ({ kind: 'many', target, on, description, ...options });
/** A list with its own filter, order and pages. */
export const list = (
  target: () => Entity,
  on: KeyPairs,
  description: string,
  options: RelationOptions = {},
): ListRelation => ({
  kind: 'list',
  target,
  on,
  description,
  ...options,
});
