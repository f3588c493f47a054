import type { SQL } from 'drizzle-orm';
import type { FieldNode, GraphQLField } from 'graphql';
import type { Viewer } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { type Fragment, fragmentOf, knownTexts, onlyOnce } from '#platform/database/fragment.ts';
import { variablesIn } from './shape.ts';

/** A field of the operation, as it stands in the document. */
export interface SelectedField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

/** The parameters of one request: viewer and arguments. */
export interface BindContext {
  readonly ctx: Context;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly argsOf: (selected: SelectedField) => Record<string, unknown>;
  /** Checks a cached viewer in the same statement. */
  readonly viewerCheck?: Fragment;
}

/** What only the request knows, such as the viewer's scope. */
export type Slot = ((bindContext: BindContext) => Fragment) & { readonly isOfViewer?: true };

/** Values that depend only on the viewer and the day are bound once for both. */
export const ofViewer = <F extends (bindContext: BindContext) => unknown>(
  make: F,
): F & { readonly isOfViewer: true } =>
  Object.assign(((bindContext) => make(bindContext)) as F, { isOfViewer: true } as const);

export const isOfViewer = (make: object): boolean => 'isOfViewer' in make;

/** The same of what depends on a field's arguments too, where no variable stands in them. */
export function asWritten({
  node,
}: SelectedField): <F extends (bindContext: BindContext) => unknown>(make: F) => F {
  const isAsWritten = variablesIn(node.arguments ?? []).length === 0;
  return (make) => (isAsWritten ? ofViewer(make) : make);
}

/** SQL text with slots for values: made once for a document, bound for each request. */
export type SqlTemplate = readonly (string | Slot)[];

type Piece = string | Slot | SqlTemplate;

/** Writes a template down: `` sqlTemplate`select ${names} from ${rows}` ``. Texts stand as they are. */
export function sqlTemplate(texts: TemplateStringsArray, ...pieces: readonly Piece[]): SqlTemplate {
  const parts: (string | Slot)[] = [];
  texts.forEach((text, at) => {
    parts.push(text);
    const piece = pieces[at];
    if (typeof piece === 'string' || typeof piece === 'function') parts.push(piece);
    else if (piece) parts.push(...piece);
  });
  return parts;
}

export const joined = (templates: readonly SqlTemplate[], between: string): SqlTemplate =>
  templates.flatMap((one, at) => (at === 0 ? one : [between, ...one]));

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

/** An expression of a declaration: its text, or a slot where it carries values. */
export function declared(expression: SQL): SqlTemplate {
  const fragment = fragmentOf(expression);
  return fragment.values.length === 0 ? fragment.texts : [ofViewer(() => fragment)];
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export type CompiledTemplate = (bindContext: BindContext) => Statement;

/** One for each reach of those who ask, and each way of filtering. */
const mostTexts = 20;
/** Of these a statement remembers what it was bound with. */
const mostViewers = 200;

interface Remembered {
  readonly day: string;
  /** By the place of the slot. */
  readonly fragments: (Fragment | undefined)[];
}

/** Values bound to the slots of one statement for a cached viewer, on the same day. */
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
export function compileTemplate(parts: SqlTemplate): CompiledTemplate {
  const slots = parts.filter((part) => typeof part === 'function');
  const rememberedOf = createMemory();
  let known: { readonly by: readonly (readonly string[])[]; readonly text: string }[] = [];
  return (bindContext) => {
    const remembered = rememberedOf(bindContext.ctx);
    const fragments = slots.map((slot, at) => {
      if (!slot.isOfViewer) return slot(bindContext);
      remembered[at] ??= slot(bindContext);
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

export const bindTemplate = (parts: SqlTemplate, bindContext: BindContext): Statement =>
  compileTemplate(parts)(bindContext);

/** The parts in a row, values numbered as they come. */
function written(parts: SqlTemplate, fragments: readonly Fragment[]): string {
  const inTurn = fragments.values();
  let count = 0;
  const textOf = ({ texts }: Fragment) => texts.reduce((before, after) => `${before}$${++count}${after}`);
  return parts
    .map((part) => (typeof part === 'string' ? part : textOf(inTurn.next().value ?? nothing)))
    .join('');
}
