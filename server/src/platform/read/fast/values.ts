import {
  type GraphQLOutputType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { joined, type Stencil, stencil } from './stencil.ts';

/** What SQL cannot say; the operation takes the plain path. */
export class Unsayable extends Error {}

/**
 * Stands where GraphQL allows no null and the database has one. JSON escapes it everywhere else, so it cannot come from
 * a value; the plain path then says what is wrong.
 */
export const missing = '\u0001';
const missingText = 'chr(1)';

/** Text of a JSON value by the scalar's name; an enum is told by its names, which are its values. */
const byScalar: Record<string, (value: string) => string> = {
  Int: (value) => `${value}::text`,
  Boolean: (value) => `${value}::text`,
  Float: (value) => `to_json(${value})::text`,
  String: (value) => `to_json(${value})::text`,
  ID: (value) => `to_json(${value})::text`,
  Period: (value) => `to_json(${value})::text`,
  Day: (value) => `'"' || ${value} || '"'`,
  Instant: (value) => `to_char(${value} at time zone 'UTC', '"\\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\\""')`,
  Money: (value) =>
    `case when ${value} < 0 then '"-' else '"' end || abs(${value}) / 100 || '.' || lpad((abs(${value}) % 100)::text, 2, '0') || '"'`,
};

/** JSON text of a column or expression under a type of the schema; never null. */
export function jsonText(type: GraphQLOutputType, value: string, canBeNull = true): string {
  if (!isNonNullType(type)) return `coalesce(${plainText(type, value)}, 'null')`;
  const text = plainText(type.ofType, value);
  return canBeNull ? `coalesce(${text}, ${missingText})` : text;
}

function plainText(type: GraphQLOutputType, value: string): string {
  if (isEnumType(type)) return `to_json(${value})::text`;
  if (isListType(type)) {
    const item = getNullableType(type.ofType);
    if (isEnumType(item) || (isScalarType(item) && item.name === 'String')) return `to_json(${value})::text`;
  }
  const write = isScalarType(type) ? byScalar[type.name] : undefined;
  if (!write) throw new Unsayable(String(type));
  return write(value);
}

/** What stands for a row that is not there. */
export const absent = (nullable: boolean): string => (nullable ? `'null'` : missingText);

/** Key of a JSON object as a literal: names of GraphQL need no escapes. */
export const keyLiteral = (key: string, first: boolean): string => `'${first ? '{' : ','}"${key}":'`;

const mostArguments = 90;

/** One text of many: `concat` takes 100 arguments, and takes null for nothing. */
export function concatenated(texts: readonly Stencil[]): Stencil {
  if (texts.length <= mostArguments) return stencil`concat(${joined(texts, ', ')})`;
  const groups: Stencil[] = [];
  for (let at = 0; at < texts.length; at += mostArguments)
    groups.push(concatenated(texts.slice(at, at + mostArguments)));
  return concatenated(groups);
}
