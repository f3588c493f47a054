import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from '#platform/context.ts';
import { AppError, type describe } from '#platform/errors.ts';

/** Deeper than any screen of ours by half, and more fields than all of them together. */
const deepest = 15;
const mostFields = 2_000;

interface Size {
  readonly depth: number;
  readonly fields: number;
  /** Whether the schema itself is asked for. */
  readonly introspects: boolean;
}

/** Size of an operation with its fragments spread out; each fragment is measured once, however often it is spread. */
function sizeOf(document: DocumentNode, operation: OperationDefinitionNode): Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const part of document.definitions) {
    if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part);
  }
  const known = new Map<string, Size>();
  const ofFragment = (name: string): Size => {
    const fragment = fragments.get(name);
    const size = known.get(name) ?? (fragment ? ofSet(fragment.selectionSet) : none);
    known.set(name, size);
    return size;
  };
  const ofSet = (set: SelectionSetNode | undefined): Size => {
    let total = none;
    for (const part of set?.selections ?? []) {
      if (part.kind === Kind.FRAGMENT_SPREAD) total = joined(total, ofFragment(part.name.value));
      else if (part.kind === Kind.INLINE_FRAGMENT) total = joined(total, ofSet(part.selectionSet));
      else total = joined(total, ofField(part.name.value, ofSet(part.selectionSet)));
    }
    return total;
  };
  return ofSet(operation.selectionSet);
}

const none: Size = { depth: 0, fields: 0, introspects: false };

const joined = (one: Size, other: Size): Size => ({
  depth: Math.max(one.depth, other.depth),
  fields: one.fields + other.fields,
  introspects: one.introspects || other.introspects,
});

/** The schema's own types nest deeper than any data; they cost nothing and do not count. */
function ofField(name: string, inner: Size): Size {
  if (name === '__schema' || name === '__type') return { depth: 1, fields: 1, introspects: true };
  return { depth: inner.depth + 1, fields: inner.fields + 1, introspects: inner.introspects };
}

const refusal = (code: Parameters<typeof describe>[0]['code'], status: number): GraphQLError =>
  new GraphQLError(code, { originalError: new AppError(code), extensions: { http: { status } } });

/** Turns down, before anything runs, what is too large, and questions about the schema from nobody in particular. */
export const limits: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, contextValue }) => {
      if (!operation) return;
      const size = sizeOf(document, operation);
      if (size.introspects && !contextValue.viewer) throw refusal('UNAUTHENTICATED', 401);
      if (size.depth > deepest) throw refusal('TOO_DEEP', 400);
      if (size.fields > mostFields) throw refusal('OPERATION_TOO_EXPENSIVE', 400);
    },
  }),
};
