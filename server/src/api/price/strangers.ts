import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from '#platform/core/context.ts';
import type { Limits } from './limits.ts';

/** Whether nobody is signed in, and a caller who is nobody learns nothing of the schema. */
export const isStranger = (
  { viewer }: Pick<Context, 'viewer'>,
  limits: Pick<Limits, 'openToStrangers'>,
): boolean => !viewer && !limits.openToStrangers;

/**
 * Whether a document asks only for what is open to everybody: `__typename` and root fields that say `public`. Told
 * before it is compared with the schema, so that its answer is the same whether or not a field exists.
 */
export function isPublic(schema: GraphQLSchema, document: DocumentNode): boolean {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const part of document.definitions) {
    if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part);
    else if (part.kind !== Kind.OPERATION_DEFINITION) return false;
  }
  return document.definitions.every((part) => {
    if (part.kind !== Kind.OPERATION_DEFINITION) return true;
    const root = schema.getRootType(part.operation);
    return root ? onlyPublic(part.selectionSet, root, fragments, new Set()) : false;
  });
}

function onlyPublic(
  set: SelectionSetNode,
  root: GraphQLObjectType,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  seen: Set<string>,
): boolean {
  return set.selections.every((part) => {
    if (part.kind === Kind.INLINE_FRAGMENT) return onlyPublic(part.selectionSet, root, fragments, seen);
    const name = part.name.value;
    if (part.kind === Kind.FRAGMENT_SPREAD) {
      if (seen.has(name)) return true;
      seen.add(name);
      const fragment = fragments.get(name);
      return fragment ? onlyPublic(fragment.selectionSet, root, fragments, seen) : false;
    }
    return name === '__typename' || root.getFields()[name]?.extensions.permission === 'public';
  });
}
