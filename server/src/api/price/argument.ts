import { type DirectiveNode, type FieldNode, type GraphQLField, Kind, type ValueNode } from 'graphql';
import { invalid } from '#platform/core/errors.ts';
import { type Points, times } from './points.ts';
import type { Variables } from './variables.ts';

/** Literal defaults of the operation's variables. */
export type Defaults = ReadonlyMap<string, ValueNode | undefined>;

type Given = { readonly known: unknown } | { readonly variable: string; readonly otherwise: unknown };

/** What a literal is, as far as prices need it: a number, a truth value, a list of so many items, an object, null. */
function plainOf(node: ValueNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === Kind.INT) return Number(node.value);
  if (node.kind === Kind.BOOLEAN) return node.value;
  if (node.kind === Kind.LIST) return node.values;
  if (node.kind === Kind.OBJECT) return node.fields;
  return null;
}

function given(node: ValueNode | undefined, defaults: Defaults, usual: unknown): Given {
  if (node?.kind !== Kind.VARIABLE) return { known: plainOf(node) ?? usual };
  const variable = node.name.value;
  return { variable, otherwise: plainOf(defaults.get(variable)) ?? usual };
}

function read(value: Given, use: (value: unknown) => number): Points<Variables> {
  if ('known' in value) return use(value.known);
  const { variable, otherwise } = value;
  return (variables) =>
    use(Object.hasOwn(variables, variable) ? (variables[variable] ?? otherwise) : otherwise);
}

const argumentOf = (node: FieldNode | DirectiveNode, name: string): ValueNode | undefined =>
  node.arguments?.find((argument) => argument.name.value === name)?.value;

/** The argument's default where it is left out. Null is no page size; it is refused later or taken as the default. */
function argument(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  name: string,
  defaults: Defaults,
): Given {
  const usual = field.args.find((one) => one.name === name)?.defaultValue;
  return given(argumentOf(node, name), defaults, usual);
}

interface PageRule {
  readonly usual: number;
  readonly most: number;
}

/** Rows of a page; a size out of range is refused before anything runs. A value that is no integer fails later. */
export function pageSize(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  defaults: Defaults,
  { usual, most }: PageRule,
): Points<Variables> {
  return read(argument(node, field, 'first', defaults), (value) => {
    const size = typeof value === 'number' ? value : usual;
    if (size < 1) throw invalid({ first: 'PAGE_SIZE_INVALID' });
    if (size > most) throw invalid({ first: 'PAGE_TOO_LARGE' });
    return size;
  });
}

/** Items of a list argument; a single value counts as a list of one. */
export function listLength(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  name: string,
  defaults: Defaults,
  most: number,
): Points<Variables> {
  return read(argument(node, field, name, defaults), (value) => {
    const length = Array.isArray(value) ? value.length : 1;
    if (length > most) throw invalid({ [name]: 'TOO_MANY' });
    return length;
  });
}

/** 1 where an argument is given, else 0; null is as good as left out. */
export const isGiven = (
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  name: string,
  defaults: Defaults,
): Points<Variables> =>
  argumentOf(node, name)
    ? read(argument(node, field, name, defaults), (value) => (value === null || value === undefined ? 0 : 1))
    : 0;

/** 0 where `@skip` or `@include` leaves the part out, else 1. */
export function presence(
  directives: readonly DirectiveNode[] | undefined,
  defaults: Defaults,
): Points<Variables> {
  let present: Points<Variables> = 1;
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const absent = name === 'skip';
    const condition = given(argumentOf(directive, 'if'), defaults, !absent);
    present = times(
      read(condition, (value) => (value === absent ? 0 : 1)),
      present,
    );
  }
  return present;
}
