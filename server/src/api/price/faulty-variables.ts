import {
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type ErrorCode, type FieldErrors, isErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { Variables } from './variables.ts';

type Faults = Record<string, ErrorCode>;

/** Most faults reported at once. */
const mostFaults = 50;

/**
 * What is wrong with the variables of an operation by the schema: each fault at its input path, such as
 * `input.members.0.name`. Variables and their types are those of a valid document.
 */
export function faultyVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): FieldErrors {
  const faults: Faults = {};
  const nulls = new Set<string>();
  for (const { variable, type: written, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, written);
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === null || (value === undefined && defaultValue?.kind === Kind.NULL)) nulls.add(name);
    if (!isInputType(type)) continue;
    if (value === undefined && (defaultValue || !isNonNullType(type))) continue;
    check(value, type, name, faults);
  }
  return { ...nullsOfDefaults(schema, document, nulls), ...faults };
}

function check(value: unknown, type: GraphQLInputType, path: string, faults: Faults): void {
  if (Object.keys(faults).length >= mostFaults) return;
  if (value === null || value === undefined) {
    if (isNonNullType(type)) faults[path] = 'REQUIRED_MISSING';
  } else if (isNonNullType(type)) check(value, type.ofType, path, faults);
  else if (isListType(type)) {
    // A single value counts as a list of one.
    if (!Array.isArray(value)) check(value, type.ofType, path, faults);
    else for (const [at, item] of value.entries()) check(item, type.ofType, `${path}.${at}`, faults);
  } else if (isInputObjectType(type)) {
    if (typeof value !== 'object' || Array.isArray(value)) faults[path] = 'WRONG_TYPE';
    else checkFields(value as Variables, type, path, faults);
  } else if (isLeafType(type)) {
    const fault = faultOfLeaf(value, type);
    if (fault) faults[path] = fault;
  }
}

function checkFields(
  value: Variables,
  type: Extract<GraphQLInputType, { getFields: unknown }>,
  path: string,
  faults: Faults,
): void {
  const fields = type.getFields();
  for (const name of Object.keys(value))
    if (!Object.hasOwn(fields, name)) faults[`${path}.${name}`] = 'FIELD_UNKNOWN';
  for (const field of Object.values(fields)) {
    const given = value[field.name];
    if (given !== undefined) check(given, field.type, `${path}.${field.name}`, faults);
    else if (isRequiredInputField(field)) faults[`${path}.${field.name}`] = 'REQUIRED_MISSING';
  }
}

/** Our own scalars name the error code themselves. */
function faultOfLeaf(
  value: unknown,
  type: Extract<GraphQLInputType, { parseValue: unknown }>,
): ErrorCode | null {
  try {
    return type.parseValue(value) === undefined ? 'WRONG_TYPE' : null;
  } catch (error) {
    const code = error instanceof GraphQLError ? error.extensions.fieldCode : undefined;
    if (typeof code === 'string' && isErrorCode(code)) return code;
    return isEnumType(type) ? 'CODE_UNKNOWN' : 'WRONG_TYPE';
  }
}

/** A default replaces a missing variable but not an explicit null, which is a fault for a required value. */
function nullsOfDefaults(schema: GraphQLSchema, document: DocumentNode, nulls: ReadonlySet<string>): Faults {
  const faults: Faults = {};
  if (nulls.size === 0) return faults;
  const types = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(types, {
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE]: ({ name }) => {
      if (nulls.has(name.value) && isNonNullType(types.getInputType()))
        faults[name.value] = 'REQUIRED_MISSING';
    },
  });
  visit(document, visitor);
  return faults;
}
