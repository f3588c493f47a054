import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { NumberSearch } from '#modules/identity/rate-limit/number-search.service.ts';
import type { Entity } from '#platform/read/entity.ts';
import { isPersonal } from '#schema/person/sought-number.ts';

/** A field of a document whose arguments may hold a filter by whole numbers. */
interface Place {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entity whose list a filter narrows, where it is searched by whole numbers. */
function searchedBy(filter: GraphQLInputObjectType): Entity | undefined {
  const entity = filter.extensions.entity as Entity | undefined;
  return entity && Object.values(entity.filters).some(({ sought }) => sought) ? entity : undefined;
}

/** Whether a value of a type may hold such a filter, at any depth. */
function mayHold(type: GraphQLInputType, above: readonly string[] = []): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || above.includes(named.name)) return false;
  if (searchedBy(named)) return true;
  return Object.values(named.getFields()).some((field) => mayHold(field.type, [...above, named.name]));
}

/** Whether an argument as it is written in the document may: a filter written out says which parts it has. */
function mayWrite(type: GraphQLInputType, written: ValueNode | undefined): boolean {
  if (!written) return false;
  if (written.kind === Kind.VARIABLE) return mayHold(type);
  if (written.kind === Kind.LIST) return written.values.some((value) => mayWrite(type, value));
  const named = getNamedType(type);
  if (written.kind !== Kind.OBJECT || !isInputObjectType(named)) return false;
  return written.fields.some(({ name, value }) => {
    if (searchedBy(named)?.filters[name.value]?.sought) return true;
    const field = named.getFields()[name.value];
    return field !== undefined && mayWrite(field.type, value);
  });
}

function* searchesIn(type: GraphQLInputType, value: unknown): Generator<NumberSearch> {
  if (Array.isArray(value)) {
    for (const item of value) yield* searchesIn(type, item);
    return;
  }
  const named = getNamedType(type);
  if (!isInputObjectType(named) || !isRecord(value)) return;
  const entity = searchedBy(named);
  for (const [name, part] of Object.entries(value)) {
    const number = typeof part === 'string' ? entity?.filters[name]?.sought?.(part) : null;
    if (entity && number && isPersonal(number)) yield { ...number, entity: entity.name };
    const field = named.getFields()[name];
    if (field) yield* searchesIn(field.type, part);
  }
}

const known = new WeakMap<OperationDefinitionNode, readonly Place[]>();

/** Those of one operation, found once for a document; each alias is one of its own. */
function placesOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
  const found = known.get(operation);
  if (found) return found;
  const places: Place[] = [];
  const types = new TypeInfo(schema);
  const enter = (node: FieldNode) => {
    const field = types.getFieldDef();
    const written = new Map(node.arguments?.map(({ name, value }) => [name.value, value]));
    if (field?.args.some(({ name, type }) => mayWrite(type, written.get(name)))) places.push({ field, node });
  };
  for (const part of document.definitions)
    if (part === operation || part.kind === Kind.FRAGMENT_DEFINITION)
      visit(part, visitWithTypeInfo(types, { Field: enter }));
  known.set(operation, places);
  return places;
}

/** The searches by whole numbers in an operation; faulty arguments are left to the operation. */
export function numberSearches(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): NumberSearch[] {
  const places = placesOf(schema, document, operation);
  if (places.length === 0) return [];
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 1,
  });
  if (!coerced) return [];
  return places.flatMap(({ field, node }) => {
    const args = argumentsOf(field, node, coerced);
    return field.args.flatMap(({ name, type }) => [...searchesIn(type, args[name])]);
  });
}

function argumentsOf(field: Place['field'], node: FieldNode, variables: Record<string, unknown>) {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return {};
  }
}
