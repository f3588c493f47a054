import type { SQL } from 'drizzle-orm';
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

/** SQL with its values taken out: one text more than there are values, which stand between the texts. */
export interface Fragment {
  readonly texts: readonly string[];
  readonly values: readonly unknown[];
}

/** What only the request knows, such as the viewer's scope. */
export type Hole = (asking: Asking) => Fragment;
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

/** Takes an expression apart. Costs some microseconds for each of its parts, so not for what can be told once. */
export function fragmentOf(expression: SQL): Fragment {
  const { sql: text, params: values } = dialect.sqlToQuery(expression);
  const texts = text.split(/\$\d+/);
  if (texts.length !== values.length + 1) throw new Error('a dollar sign in the text of an expression');
  return { texts, values };
}

/** Text without values. */
export const plainly = (text: string): Fragment => ({ texts: [text], values: [] });
export const always = plainly('true');

/** An expression of a declaration: its text, or a hole where it carries values. */
export function declared(expression: SQL): Stencil {
  const fragment = fragmentOf(expression);
  return fragment.values.length === 0 ? fragment.texts : [() => fragment];
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statement of one request. Equal shapes give equal texts, so that the database prepares them once. */
export function filled(parts: Stencil, asking: Asking): Statement {
  let text = '';
  const values: unknown[] = [];
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const fragment = part(asking);
    text += fragment.texts[0];
    fragment.values.forEach((value, at) => {
      values.push(value);
      text += `$${values.length}${fragment.texts[at + 1]}`;
    });
  }
  return { text, values };
}
