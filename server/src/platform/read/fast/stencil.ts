import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { FieldNode, GraphQLField } from 'graphql';
import type { Context } from '../../context.ts';

/** A field of the operation, as it stands in the document. */
export interface AskedField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

/** One request's own part: who asks, and with which arguments. */
export interface Asking {
  readonly ctx: Context;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly argsOf: (asked: AskedField) => Record<string, unknown>;
}

/** What only the request knows, such as the viewer's scope: SQL with values in it. */
export type Hole = (asking: Asking) => SQL;
/** SQL text with holes: made once for a document, filled for each request. */
export type Stencil = readonly (string | Hole)[];

type Piece = string | Hole | Stencil;

/** Writes a stencil down: `` stencil`select ${names} from ${rows}` ``. Texts stand as they are. */
export function stencil(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Stencil {
  const parts: (string | Hole)[] = [];
  texts.forEach((text, at) => {
    parts.push(text);
    const piece = pieces[at];
    if (typeof piece === 'string' || typeof piece === 'function') parts.push(piece);
    else if (piece) parts.push(...piece);
  });
  return parts;
}

export const joined = (stencils: readonly Stencil[], between: string): Stencil =>
  stencils.flatMap((one, at) => (at === 0 ? one : [between, ...one]));

const dialect = new PgDialect({ casing: 'snake_case' });

/** An expression of a declaration: its text, or a hole where it carries values. */
export function declared(expression: SQL): Stencil {
  const { sql: text, params } = dialect.sqlToQuery(expression);
  return params.length === 0 ? [text] : [() => expression];
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statement of one request. Equal shapes give equal texts, so that the database prepares them once. */
export function filled(parts: Stencil, asking: Asking): Statement {
  const chunks = parts.map((part) => (typeof part === 'string' ? sql.raw(part) : part(asking)));
  const { sql: text, params } = dialect.sqlToQuery(sql.join(chunks));
  return { text, values: params };
}
