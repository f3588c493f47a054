import { type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';

/** Seconds that an operation says it may take, if it says so: the longest of its root fields. */
export function secondsOf(schema: GraphQLSchema, operation: OperationDefinitionNode): number {
  const fields = schema.getRootType(operation.operation)?.getFields();
  let seconds = 0;
  for (const part of operation.selectionSet.selections) {
    const declared = part.kind === Kind.FIELD ? fields?.[part.name.value]?.extensions.seconds : undefined;
    if (typeof declared === 'number') seconds = Math.max(seconds, declared);
  }
  return seconds;
}
