import { type SQL, sql } from 'drizzle-orm';
import {
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
} from 'graphql';
import { rightsOf } from '#schema/needs.ts';
import type { Entity } from '../entity.ts';
import { computedSql, tableColumns } from '../select.ts';
import type { ComparableField } from './comparable-field.ts';

/** Scalars whose values may be compared, and what the database has for each. */
const sqlTypes: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  Int: 'integer',
  Money: 'bigint',
  Day: 'date',
  Instant: 'timestamp with time zone',
  Period: 'text',
  String: 'text',
};

/** The end of a number completes what stands beside it: nothing may be sought by it but through a search that counts. */
const isMasked = (name: string): boolean => /Masked$/.test(name);

/** Notes the comparable fields of an entity: those stored as they are in a column, and computed ones that say so. */
export function noteComparable(schema: GraphQLSchema, entity: Entity): void {
  const type = schema.getType(entity.name);
  const fields = type instanceof GraphQLObjectType ? Object.values(type.getFields()) : [];
  for (const field of entity.where === false ? [] : fields) {
    const expression = expressionOf(entity, field.name);
    const value = expression && comparableValue(field.type, expression.sqlType);
    if (!value) continue;
    const { name, description } = field;
    entity.comparable.set(name, {
      name,
      description: description ?? '',
      rights: rightsOf(field),
      ...expression,
      ...value,
    });
  }
}

/** What a field is in SQL, where it may be asked for. The version is no fact about the record. */
function expressionOf(entity: Entity, name: string): { sql: () => SQL; sqlType: string | null } | null {
  if (entity.guarded[name] || entity.relations[name] || isMasked(name) || name === 'version') return null;
  const computed = entity.computed[name];
  if (computed)
    return computed.comparable ? { sql: () => computedSql(entity, computed), sqlType: null } : null;
  const column = tableColumns(entity)[name];
  return column ? { sql: () => sql`${column}`, sqlType: column.getSQLType() } : null;
}

function comparableValue(
  type: GraphQLOutputType,
  columnType: string | null,
): Pick<ComparableField, 'type' | 'isList' | 'sqlType'> | null {
  const whole = getNullableType(type);
  const isList = isListType(whole);
  const value = getNullableType(isList ? whole.ofType : whole);
  if (!isLeafType(value)) return null;
  const sqlType = isEnumType(value) ? 'text' : sqlTypes[value.name];
  if (!sqlType || (isList && sqlType !== 'text')) return null;
  const isSame = columnType === null || columnType === (isList ? `${sqlType}[]` : sqlType);
  return isSame ? { type: value, isList, sqlType } : null;
}
