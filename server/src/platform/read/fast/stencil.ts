import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { FieldNode, GraphQLField } from 'graphql';
import type { Viewer } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { variablesIn } from './shape.ts';

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
  /** What else is asked in the same statement. */
  readonly beside?: Fragment;
}

/** SQL with its values taken out: one text more than there are values, which stand between the texts. */
export interface Fragment {
  readonly texts: readonly string[];
  readonly values: readonly unknown[];
}

/** What only the request knows, such as the viewer's scope. */
export type Hole = ((asking: Asking) => Fragment) & { readonly isOfViewer?: true };

/** Of what depends on nothing but who asks and the day: a statement fills it once for both. */
export const ofViewer = <F extends (asking: Asking) => unknown>(make: F): F & { readonly isOfViewer: true } =>
  Object.assign(((asking) => make(asking)) as F, { isOfViewer: true } as const);

export const isOfViewer = (make: object): boolean => 'isOfViewer' in make;

/** The same of what depends on a field's arguments too, where no variable stands in them. */
export function asWritten({ node }: AskedField): <F extends (asking: Asking) => unknown>(make: F) => F {
  const isAsWritten = variablesIn(node.arguments ?? []).length === 0;
  return (make) => (isAsWritten ? ofViewer(make) : make);
}

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
  return { texts: onlyOnce(knownTexts, text, texts), values };
}

const knownTexts = new Map<string, readonly string[]>();
const mostKnownTexts = 5_000;

/** The same list for the same text, so that a statement is known by its parts without reading them. */
function onlyOnce(
  known: Map<string, readonly string[]>,
  text: string,
  texts: readonly string[],
): readonly string[] {
  const found = known.get(text);
  if (found) return found;
  if (known.size >= mostKnownTexts) known.clear();
  known.set(text, texts);
  return texts;
}

const plainTexts = new Map<string, readonly string[]>();

/** Text without values. */
export const plainly = (text: string): Fragment => ({
  texts: onlyOnce(plainTexts, text, [text]),
  values: [],
});

/** One value between two texts. */
export const between = (before: string, value: unknown, after = ''): Fragment => ({
  texts: onlyOnce(knownTexts, `${before}$1${after}`, [before, after]),
  values: [value],
});

export const always = plainly('true');
export const nothing = plainly('');

/** An expression of a declaration: its text, or a hole where it carries values. */
export function declared(expression: SQL): Stencil {
  const fragment = fragmentOf(expression);
  return fragment.values.length === 0 ? fragment.texts : [ofViewer(() => fragment)];
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export type Filler = (asking: Asking) => Statement;

/** One for each reach of those who ask, and each way of filtering. */
const mostTexts = 20;
/** Of these a statement remembers what it was filled with. */
const mostViewers = 200;

interface Remembered {
  readonly day: string;
  /** By the place of the hole. */
  readonly fragments: (Fragment | undefined)[];
}

/** What the holes of one statement were filled with for somebody who asked before, on the same day. */
function createMemory(): (ctx: Context) => (Fragment | undefined)[] {
  const memory = new Map<Viewer, Remembered>();
  return ({ viewer, clock }) => {
    const day = today(clock);
    const known = viewer && memory.get(viewer);
    if (known?.day === day) return known.fragments;
    const fragments: (Fragment | undefined)[] = [];
    if (!viewer) return fragments;
    if (memory.size >= mostViewers) memory.delete(memory.keys().next().value as Viewer);
    memory.set(viewer, { day, fragments });
    return fragments;
  };
}

/**
 * Makes the statement of one request. Equal shapes give equal texts, so that the database prepares them once, and the
 * very same string: it is long, and whatever looks things up by it need not read it again.
 */
export function filler(parts: Stencil): Filler {
  const holes = parts.filter((part) => typeof part === 'function');
  const rememberedOf = createMemory();
  let known: { readonly by: readonly (readonly string[])[]; readonly text: string }[] = [];
  return (asking) => {
    const remembered = rememberedOf(asking.ctx);
    const fragments = holes.map((hole, at) => {
      if (!hole.isOfViewer) return hole(asking);
      remembered[at] ??= hole(asking);
      return remembered[at];
    });
    const values = fragments.flatMap((fragment) => fragment.values);
    const found = known.find(({ by }) => by.every((texts, at) => texts === fragments[at]?.texts));
    if (found) return { text: found.text, values };
    const text = written(parts, fragments);
    if (known.length >= mostTexts) known = [];
    known.push({ by: fragments.map(({ texts }) => texts), text });
    return { text, values };
  };
}

export const filled = (parts: Stencil, asking: Asking): Statement => filler(parts)(asking);

/** The parts in a row, values numbered as they come. */
function written(parts: Stencil, fragments: readonly Fragment[]): string {
  const inTurn = fragments.values();
  let count = 0;
  const textOf = ({ texts }: Fragment) => texts.reduce((before, after) => `${before}$${++count}${after}`);
  return parts
    .map((part) => (typeof part === 'string' ? part : textOf(inTurn.next().value ?? nothing)))
    .join('');
}
