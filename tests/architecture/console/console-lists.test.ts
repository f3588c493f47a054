import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FragmentDefinitionNode,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { readOperations } from '../../../admin/build/persisted-operations.ts';

const schema = createSchema();
const sources = join(import.meta.dirname, '../../../admin/src');
const operations = Object.values(readOperations(sources).manifest).map((text) => parse(text).definitions);

/** The fields that a selection asks for by themselves, through fragments too. */
function selected(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Map<string, SelectionSetNode | undefined> {
  return new Map(
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [[selection.name.value, selection.selectionSet] as const];
      const set =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragments.get(selection.name.value)?.selectionSet
          : selection.selectionSet;
      return set ? [...selected(set, fragments)] : [];
    }),
  );
}

/** Of each list that a screen sorts and narrows: the type of its rows and the fields of a row that it asks for. */
const lists = operations.flatMap((definitions) => {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const operation = definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  const has = (name: string) =>
    operation?.variableDefinitions?.some(({ variable }) => variable.name.value === name);
  if (!operation || !has('filter') || !has('offset')) return [];
  return [...selected(operation.selectionSet, fragments)].flatMap(([name, set]) => {
    const connection = getNamedType(schema.getQueryType()?.getFields()[name]?.type);
    const nodes = set && selected(set, fragments).get('nodes');
    if (!nodes || !connection?.name.endsWith('Connection')) return [];
    return [{ type: connection.name.slice(0, -'Connection'.length), fields: selected(nodes, fragments) }];
  });
});

const leavesOf = (name: string): string[] => {
  const type = schema.getType(name);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0)
    .filter((field) => !field.deprecationReason && !['id', 'version'].includes(field.name))
    .map((field) => field.name);
};

/** What a list does not ask for: its page or its form shows it, or nobody looks for it there. */
const notInList: Readonly<Record<string, readonly string[]>> = {
  ApiToken: ['divisionCode'],
  AuditEvent: ['tokenName'],
  Cadre: ['politicalStatus', 'note', 'createdAt'],
  Claim: [
    ...['personIdMasked', 'year', 'cause', 'diagnosis', 'source', 'residue', 'residueReason', 'createdAt'],
    ...['submittedOn', 'checkedOn', 'sentOn', 'assessedOn', 'assessedOwn', 'assessedCompliantOwn'],
    ...['compensation', 'otherRelief', 'loan', 'incomePerHead'],
  ],
  ExportJob: ['fields', 'startedAt', 'startedByToken'],
  Household: ['groupName', 'address', 'closedOn', 'closedReason', 'note', 'createdAt', 'memberCount'],
  ImportBatch: ['fileDeletedAt'],
  ReliefPolicy: [
    ...['countedAmount', 'accumulation', 'oncePerYear', 'capPerClaim', 'capPersonYear', 'capHouseholdYear'],
    ...['deductions', 'documentsNeeded', 'sourceDocument', 'note', 'proposedAt', 'decidedAt', 'decisionNote'],
    ...['createdBy', 'proposedBy', 'decidedBy'],
  ],
  User: ['isManageable'],
  Visit: [
    ...['met', 'request', 'incomeChange', 'incomeNote', 'latitude', 'longitude', 'accuracyMetres'],
    ...['noLocationReason', 'nextVisitOn', 'withdrawnReason', 'withdrawnAt', 'recordedOn', 'recordedAt'],
    ...['recordedBy', 'recordedByToken', 'withdrawnBy', 'withdrawnByToken'],
  ],
  VisitDuty: ['startOn', 'endOn'],
  Webhook: ['divisionCode'],
};

it('a list of the console asks for each field of its rows, or says that it does not', () => {
  const types = [...new Set(lists.map(({ type }) => type))].sort();
  const missing = types.map((type) => {
    const asked = new Set(
      lists.filter((list) => list.type === type).flatMap(({ fields }) => [...fields.keys()]),
    );
    return [type, leavesOf(type).filter((name) => !asked.has(name))] as const;
  });
  expect(Object.fromEntries(missing.filter(([, names]) => names.length > 0))).toEqual(notInList);
});

/** All that the folders of screens say, by the folder whose documents have the list of a type. */
function screenOf(type: string): string {
  const resources = join(sources, 'resources');
  const files = readdirSync(resources, { recursive: true, encoding: 'utf8' });
  const folders = new Set(
    files
      .filter((file) => file.endsWith('.graphql.ts'))
      .filter((file) => readFileSync(join(resources, file), 'utf8').includes(`$filter: ${type}Filter`))
      .map((file) => file.split(/[\\/]/)[0]),
  );
  return files
    .filter(
      (file) => /\.tsx?$/.test(file) && !file.endsWith('.graphql.ts') && folders.has(file.split(/[\\/]/)[0]),
    )
    .map((file) => readFileSync(join(resources, file), 'utf8'))
    .join('\n');
}

/** Filters for programs, and those that other screens set when they lead to the list. */
const notOnScreen: Readonly<Record<string, readonly string[]>> = {
  County: ['divisionCode'],
  Division: ['parentCode'],
  Visit: ['period'],
};

/** Two ends of a range are one filter of a screen: `visited` for `visitedFrom` and `visitedTo`. */
const isNamed = (screen: string, filter: string): boolean =>
  [filter, filter.replace(/(From|To)$/, '')].some((name) => new RegExp(`\\b${name}\\b`).test(screen));

it('a list of the console has each filter of its type, or says that it does not', () => {
  const types = [...new Set(lists.map(({ type }) => type))].sort();
  const missing = types.map((type) => {
    const filter = schema.getType(`${type}Filter`);
    const names = isInputObjectType(filter) ? Object.keys(filter.getFields()) : [];
    const screen = screenOf(type);
    return [type, names.filter((name) => !isNamed(screen, name))] as const;
  });
  expect(Object.fromEntries(missing.filter(([, names]) => names.length > 0))).toEqual(notOnScreen);
});
