import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { invalid, refuse } from '#platform/core/errors.ts';
import type { Limits } from './limits.ts';

interface Size {
  readonly depth: number;
  readonly fields: number;
}

interface Walk {
  readonly limits: Limits;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Fragments measured so far. */
  readonly sizes: Map<string, Size | 'under way'>;
  aliases: number;
  directives: number;
}

/** Where the walk stands: its level, and the deepest one allowed there. */
interface Place {
  readonly level: number;
  readonly deepest: number;
}

/**
 * Turns down a document by its shape alone, before it is compared with the schema: that comparison costs more than
 * such a document deserves. Everything is walked once; a fragment counts as often as it is spread. The walk stops at
 * the deepest level allowed, so it cannot overflow either.
 */
export function checkShape(document: DocumentNode, limits: Limits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const part of document.definitions) {
    if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part);
  }
  if (fragments.size > limits.fragments) throw refuse('TOO_MANY_FRAGMENTS');
  const walk: Walk = { limits, fragments, sizes: new Map(), aliases: 0, directives: 0 };
  let fields = 0;
  for (const part of document.definitions) {
    if (part.kind !== Kind.OPERATION_DEFINITION) continue;
    checkDirectives(walk, part.directives);
    for (const { variable, defaultValue } of part.variableDefinitions ?? []) {
      if (defaultValue) checkValue(walk, defaultValue, variable.name.value, 1);
    }
    fields += ofSet(walk, part.selectionSet, { level: 1, deepest: limits.depth }).fields;
  }
  // Unused fragments are validated as well.
  for (const name of fragments.keys()) {
    if (walk.sizes.has(name)) continue;
    fields += ofFragment(walk, name, { level: 1, deepest: limits.introspectionDepth }).fields;
  }
  if (fields > limits.fields) throw refuse('OPERATION_TOO_EXPENSIVE');
}

function ofSet(walk: Walk, set: SelectionSetNode, place: Place): Size {
  let depth = 0;
  let fields = 0;
  const names = new Map<string, number>();
  for (const part of set.selections) {
    checkDirectives(walk, part.directives);
    countName(walk, part, names);
    const size = ofPart(walk, part, place);
    depth = Math.max(depth, size.depth);
    fields += size.fields;
  }
  if (fields > walk.limits.fields) throw refuse('OPERATION_TOO_EXPENSIVE');
  return { depth, fields };
}

/** To see whether equal answers can be merged, each is compared with every other. */
function countName(walk: Walk, part: SelectionNode, names: Map<string, number>): void {
  if (part.kind === Kind.INLINE_FRAGMENT) return;
  const name = part.kind === Kind.FRAGMENT_SPREAD ? `...${part.name.value}` : (part.alias ?? part.name).value;
  const seen = (names.get(name) ?? 0) + 1;
  if (seen > walk.limits.repeats) throw refuse('TOO_MANY_REPEATS');
  names.set(name, seen);
}

function ofPart(walk: Walk, part: SelectionNode, place: Place): Size {
  if (part.kind === Kind.FIELD) return ofField(walk, part, place);
  if (part.kind === Kind.FRAGMENT_SPREAD) return ofFragment(walk, part.name.value, place);
  // An inline fragment nests the walk, though not the answer.
  return below(walk, part.selectionSet, place);
}

function below(walk: Walk, set: SelectionSetNode, { level, deepest }: Place): Size {
  if (level >= deepest) throw refuse('TOO_DEEP');
  return ofSet(walk, set, { level: level + 1, deepest });
}

function ofField(walk: Walk, field: FieldNode, { level, deepest }: Place): Size {
  const { limits } = walk;
  if (field.alias) walk.aliases += 1;
  if (walk.aliases > limits.aliases) throw refuse('TOO_MANY_ALIASES');
  checkArguments(walk, field.arguments);
  if (!field.selectionSet) return { depth: 1, fields: 1 };
  const introspects = field.name.value === '__schema' || field.name.value === '__type';
  const inner = below(walk, field.selectionSet, {
    level,
    deepest: introspects ? Math.max(limits.introspectionDepth, deepest) : deepest,
  });
  return { depth: inner.depth + 1, fields: inner.fields + 1 };
}

/** A fragment is measured once; where it is spread again, its depth is added. */
function ofFragment(walk: Walk, name: string, place: Place): Size {
  const known = walk.sizes.get(name);
  if (known === 'under way') throw refuse('FRAGMENT_CYCLE');
  const definition = walk.fragments.get(name);
  if (!definition) return { depth: 0, fields: 0 };
  if (known) {
    if (place.level - 1 + known.depth > place.deepest) throw refuse('TOO_DEEP');
    return known;
  }
  walk.sizes.set(name, 'under way');
  checkDirectives(walk, definition.directives);
  const size = ofSet(walk, definition.selectionSet, place);
  walk.sizes.set(name, size);
  return size;
}

function checkDirectives(walk: Walk, directives: readonly DirectiveNode[] = []): void {
  walk.directives += directives.length;
  if (walk.directives > walk.limits.directives) throw refuse('TOO_MANY_DIRECTIVES');
  for (const directive of directives) checkArguments(walk, directive.arguments);
}

function checkArguments(walk: Walk, args: readonly ArgumentNode[] = []): void {
  for (const { name, value } of args) checkValue(walk, value, name.value, 1);
}

function checkValue(walk: Walk, value: ValueNode, path: string, level: number): void {
  if (level > walk.limits.valueDepth) throw invalid({ [path]: 'TOO_DEEP' });
  if (value.kind === Kind.LIST) {
    if (value.values.length > walk.limits.listItems) throw invalid({ [path]: 'TOO_MANY' });
    for (const [at, item] of value.values.entries()) checkValue(walk, item, `${path}.${at}`, level + 1);
  } else if (value.kind === Kind.OBJECT) {
    for (const field of value.fields) checkValue(walk, field.value, `${path}.${field.name.value}`, level + 1);
  }
}
