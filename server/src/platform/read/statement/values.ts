import {
  type GraphQLOutputType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { joined, type SqlTemplate, sqlTemplate } from './sql-template.ts';

/** What SQL cannot say; resolvers answer the operation. */
export class NotExpressible extends Error {}

/**
 * Stands where GraphQL allows no null and the database has one. JSON escapes it everywhere else, so it cannot come from
 * a value; the resolvers then say what is wrong.
 */
export const missing = '\u0001';
const missingText = 'chr(1)';

const quoted = (value: string) => [`'"'`, `${value}::text`, `'"'`];

/**
 * JSON text of a value that is not null, by the scalar's name, in parts to be put together. Days and numbers
 * are their own text; what must be escaped is turned by `to_json`.
 */
const byScalar: Record<string, (value: string) => string[]> = {
  Int: (value) => [`${value}::text`],
  Boolean: (value) => [`${value}::text`],
  Float: (value) => [`to_json(${value})::text`],
  String: (value) => [`to_json(${value})::text`],
  ID: (value) => [`to_json(${value})::text`],
  Period: (value) => [`to_json(${value})::text`],
  Day: quoted,
  Instant: (value) => [`to_char(${value} at time zone 'UTC', '"\\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\\""')`],
  // From fen to yuan: exact, and always with two places.
  Money: (value) => quoted(`(${value} * 0.01)`),
};

/** JSON text of a column or expression under a type of the schema, in parts. */
export function jsonOfValue(type: GraphQLOutputType, value: string, canBeNull = true): string[] {
  const isRequired = isNonNullType(type);
  const parts = plainText(isRequired ? type.ofType : type, value);
  if (isRequired && !canBeNull) return parts;
  return [`coalesce(${parts.join(' || ')}, ${isRequired ? missingText : `'null'`})`];
}

function plainText(type: GraphQLOutputType, value: string): string[] {
  // An enum is written by its names, which are its values; escaped, whatever may have got past the checks of the table.
  if (isEnumType(type)) return [`to_json(${value})::text`];
  if (isListType(type)) {
    const item = getNullableType(type.ofType);
    if (isEnumType(item) || (isScalarType(item) && item.name === 'String'))
      return [`to_json(${value})::text`];
  }
  const write = isScalarType(type) ? byScalar[type.name] : undefined;
  if (!write) throw new NotExpressible(String(type));
  return write(value);
}

/** What stands for a row that is not there. */
export const absent = (nullable: boolean): string => (nullable ? `'null'` : missingText);

/** Key of a JSON object as a literal: names of GraphQL need no escapes. */
export const keyLiteral = (key: string, first: boolean): string => `'${first ? '{' : ','}"${key}":'`;

/** The literal that a template is, without its quotes; none of ours has quotes within. */
const literalOf = (part: SqlTemplate): string | null =>
  (part.length === 1 && typeof part[0] === 'string' && /^'([^']*)'$/.exec(part[0])?.[1]) || null;

/** So many in a row; more are put together from groups, since each `||` lies within the one before. */
const mostParts = 60;

/**
 * One text of many, none of them null. By `||` and not `concat`, which takes twice as long; literals side by side become
 * one.
 */
export function concatenated(parts: readonly SqlTemplate[]): SqlTemplate {
  const texts: SqlTemplate[] = [];
  for (const part of parts) {
    const before = literalOf(texts.at(-1) ?? []);
    const literal = literalOf(part);
    if (before === null || literal === null) texts.push(part);
    else texts.splice(-1, 1, [`'${before}${literal}'`]);
  }
  if (texts.length <= mostParts) return sqlTemplate`(${joined(texts, ' || ')})`;
  const groups: SqlTemplate[] = [];
  for (let at = 0; at < texts.length; at += mostParts)
    groups.push(sqlTemplate`(${joined(texts.slice(at, at + mostParts), ' || ')})`);
  return concatenated(groups);
}
