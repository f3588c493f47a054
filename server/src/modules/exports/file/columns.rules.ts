import {
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Entity } from '#platform/read/entity.ts';
import type { Right } from '#schema/codes/rights.ts';
import { rightsOf } from '#schema/needs.ts';
import { isNobodys, maskNumbers } from '#schema/person/mask.ts';

/** One field of a row, found through relations to one row each. */
export interface ExportColumn {
  /** Such as `currentPairing.cadre.name`. */
  readonly path: string;
  /** The types of the API that its steps are fields of. */
  readonly types: readonly string[];
  readonly leaf: GraphQLLeafType;
  readonly isList: boolean;
  /** Rights needed to read the relations on its path. */
  readonly rights: readonly Right[];
  /** Never written to a file. */
  readonly isGuarded: boolean;
  /** Free text, which may contain personal numbers. */
  readonly isProse: boolean;
}

const longestPath = 4;

function fieldOf(
  schema: GraphQLSchema,
  entity: Entity,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  const type = schema.getType(entity.name);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  return field?.args.length === 0 ? field : undefined;
}

/** The column of a path; null where it leads to nothing that fits a cell. */
export function exportColumn(schema: GraphQLSchema, entity: Entity, path: string): ExportColumn | null {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  if (steps.length >= longestPath) return null;
  const rights: Right[] = [];
  let at = entity;
  const types = [at.name];
  for (const step of steps) {
    const relation = Object.hasOwn(at.relations, step) ? at.relations[step] : undefined;
    if (relation?.kind !== 'one' || !fieldOf(schema, at, step)) return null;
    at = relation.target();
    types.push(at.name);
    rights.push(at.right);
  }
  const field = fieldOf(schema, at, last);
  const leaf = field ? getNamedType(field.type) : undefined;
  if (!field || !isLeafType(leaf)) return null;
  rights.push(...rightsOf(field));
  return {
    path,
    types,
    leaf,
    isList: isListType(getNullableType(field.type)),
    rights,
    isGuarded: last in at.guarded,
    // Computed fields are names and places, or records whose notes are masked already.
    isProse: leaf.name === 'String' && !(last in at.computed) && !isNobodys(last),
  };
}

/** The field that names a related record, by its type. */
const namesOf: Readonly<Record<string, readonly string[]>> = {
  Cadre: ['id', 'name'],
  Division: ['code', 'path'],
  Household: ['id', 'headName', 'village.code', 'village.path'],
  Member: ['id', 'name'],
  Organization: ['id', 'name'],
  Pairing: ['cadre.id', 'cadre.name'],
  User: ['id', 'displayName'],
  Visit: ['id', 'visitedOn'],
};

/** All scalar fields of a type, and the names of related records. */
export function usualColumns(
  schema: GraphQLSchema,
  entity: Entity,
  mayRead: (right: Right) => boolean,
): ExportColumn[] {
  const type = schema.getType(entity.name);
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  const plain = fields.filter((field) => !field.deprecationReason && field.name !== 'id');
  const related = Object.entries(entity.relations).flatMap(([name, relation]) => {
    const target = relation.target();
    if (relation.kind !== 'one' || relation.deprecationReason || target === entity) return [];
    return (namesOf[target.name] ?? []).map((path) => `${name}.${path}`);
  });
  return [...plain.map(({ name }) => name), ...related].flatMap((path) => {
    const column = exportColumn(schema, entity, path);
    return column && !column.isGuarded && column.rights.every(mayRead) ? [column] : [];
  });
}

type Tree = Map<string, Tree>;

/** The GraphQL selection of a row: its type and id first, then the columns. */
export function selectionOf(columns: readonly Pick<ExportColumn, 'path'>[]): string {
  const tree: Tree = new Map([
    ['__typename', new Map()],
    ['id', new Map()],
  ]);
  for (const { path } of columns) {
    let at = tree;
    for (const step of path.split('.')) {
      const next: Tree = at.get(step) ?? new Map();
      at.set(step, next);
      at = next;
    }
  }
  return written(tree);
}

const written = (tree: Tree): string =>
  `{ ${[...tree].map(([name, below]) => (below.size > 0 ? `${name} ${written(below)}` : name)).join(' ')} }`;

/** The value of a column in an answer; null where a relation leads nowhere. */
export function valueAt(row: unknown, path: string): unknown {
  let value = row;
  for (const step of path.split('.')) {
    if (value === null || value === undefined) return null;
    value = (value as Record<string, unknown>)[step];
  }
  return value ?? null;
}

/** Masks personal numbers in the free text of a row, since a file remains after rights are withdrawn. */
export function withNumbersMasked(text: string, prose: readonly Pick<ExportColumn, 'path'>[]): string {
  if (prose.length === 0) return text;
  const row: unknown = JSON.parse(text);
  const masked = prose.filter(({ path }) => maskAt(row, path.split('.')));
  return masked.length > 0 ? JSON.stringify(row) : text;
}

/** Whether there was a number to mask. */
function maskAt(row: unknown, [step = '', ...further]: readonly string[]): boolean {
  if (typeof row !== 'object' || row === null) return false;
  const fields = row as Record<string, unknown>;
  const value = fields[step];
  if (further.length > 0) return maskAt(value, further);
  if (Array.isArray(value)) return value.map((_, at) => maskAt(value, [String(at)])).includes(true);
  if (typeof value !== 'string') return false;
  fields[step] = maskNumbers(value);
  return fields[step] !== value;
}
