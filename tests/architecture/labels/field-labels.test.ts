import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { getTableColumns } from 'drizzle-orm';
import {
  type GraphQLField,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { memberColumns } from '#modules/imports/members/members.columns.ts';
import { rosterColumns } from '#modules/imports/roster/roster.columns.ts';
import { visitColumns } from '#modules/imports/visits/visits.columns.ts';
import { entitiesIn } from '#platform/read/entity.ts';
import { factLabels } from '#schema/audit/audit.labels.ts';
import { keysOf } from '#schema/coded.ts';
import { allCodes } from '#schema/codes/all-codes.ts';
import { commonLabels, commonPaths } from '#schema/codes/labels/common.labels.ts';
import {
  allLabels,
  auditLabelOf,
  auditListOf,
  codeLabels,
  isLabelled,
  labelOf,
  listTitles,
} from '#schema/codes/labels/field-labels.ts';
import { importColumnLabel, importColumnLabels } from '#schema/codes/labels/import-columns.labels.ts';
import { catalog } from '#server/modules.ts';
import type { MessageTree } from '../../../admin/src/i18n/messages.ts';
import { resourceMessages } from '../../../admin/src/i18n/phrases.ts';
import { INNER } from '../../../admin/src/resources/audit/values/diff.ts';

const schema = createSchema();
const entities = entitiesIn(catalog);

type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;
const fieldsOf = (type: string): AnyField[] => {
  const found = schema.getType(type);
  return isObjectType(found) || isInputObjectType(found) ? Object.values(found.getFields()) : [];
};
/** A record's own field, and not a list below it that has arguments. */
const isPlain = (field: AnyField) => !('args' in field) || field.args.length === 0;
/** Never shown on a screen: how a mutation is sent. */
const unseen = new Set(['clientMutationId', 'expectedVersion']);
const inputs = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ args }) =>
  args.map(({ type }) => getNamedType(type).name),
);
const lists = new Set<string>(allCodes.map(({ name }) => name));
/** Never audited: encrypted or hashed values, bookkeeping, and progress of background jobs. */
const isAudited = (column: string) =>
  !/(Cipher|Hash)$/.test(column) &&
  !INNER.has(column) &&
  !['done', 'seen', 'position', 'leasedUntil'].includes(column);

/** Each field that must have a label, by its type. */
const labelled = Object.values(schema.getTypeMap())
  .filter(({ name }) => isLabelled(name))
  .flatMap(({ name }) =>
    fieldsOf(name)
      .filter((field) => isPlain(field) && !unseen.has(field.name))
      .map((field) => ({ type: name, field })),
  );

describe('each field has one label', () => {
  it('in both languages, in types, filters and inputs', () => {
    expect(labelled.length).toBeGreaterThan(500);
    const unnamed = labelled.filter(({ type, field }) => !labelOf(type, field.name));
    expect(unnamed.map(({ type, field }) => `${type}.${field.name}`)).toEqual([]);
  });

  it('with the list whose codes it holds', () => {
    const wrong = labelled.filter(({ type, field }) => {
      const { name } = getNamedType(field.type);
      return lists.has(name) && labelOf(type, field.name)?.[2]?.name !== name;
    });
    expect(wrong.map(({ type, field }) => `${type}.${field.name}`)).toEqual([]);
  });

  it('for all records of the API, all filters and all inputs of forms', () => {
    const types = [...entities.map(({ name }) => name), ...inputs];
    expect(types.filter((name) => !isLabelled(name))).toEqual([]);
  });

  it('for all that the audit trail shows of a record, and for each code in it', () => {
    const stored = entities.filter(({ source }) => !source);
    const unnamed = stored.flatMap(({ name, table }) =>
      Object.entries(getTableColumns(table)).flatMap(([field, column]) => {
        if (!isAudited(field)) return [];
        const codes = keysOf(column) ?? [];
        const hasCodes = codes.every((code) => auditListOf(name, field)?.has(code));
        return auditLabelOf(name, field) && hasCodes ? [] : [`${name}.${field}`];
      }),
    );
    expect(unnamed).toEqual([]);
  });
});

/** Labels of fields on screens, by place. */
function* fieldWords(
  tree: MessageTree,
  place: string,
): Generator<[place: string, field: string, words: unknown]> {
  for (const [key, below] of Object.entries(tree)) {
    if (Array.isArray(below)) continue;
    const at = `${place}.${key}`;
    if (key === 'fields') for (const [field, words] of Object.entries(below)) yield [at, field, words];
    else yield* fieldWords(below as MessageTree, at);
  }
}

it('names all records of a list together, in both languages', () => {
  const listed = entities.filter(({ query }) => query.list).map(({ name }) => name);
  expect(listed.length).toBeGreaterThan(15);
  expect(listed.filter((name) => !listTitles[name])).toEqual([]);
});

it('screens have no label of their own for a field of the API', () => {
  const all = [...allLabels.map(({ fields }) => fields), commonLabels, commonPaths, codeLabels];
  const labelsFor = (field: string) => all.flatMap((labels) => (labels[field] ? [labels[field]] : []));
  const everyLabel = all.flatMap((labels) => Object.values(labels));
  const words = [...fieldWords(resourceMessages, 'resources')];
  expect(words.length).toBeGreaterThan(500);
  const own = words.filter(([, field, said]) => {
    // Such as `village.code`, with which a list shows the village.
    const labels = field.includes('.') ? everyLabel : labelsFor(field);
    return labels.length > 0 && !labels.some(([zh, en]) => isDeepStrictEqual(said, [zh, en]));
  });
  expect(own.map(([at, field]) => `${at}.${field}`)).toEqual([]);
});

describe('columns of imported lists', () => {
  it('are labelled on the screen', () => {
    const words = resourceMessages.imports as { columns: Record<string, unknown> };
    const keys = [...rosterColumns, ...memberColumns, ...visitColumns].map(({ key }) => key);
    const inBoth = (key: string) => [importColumnLabel(key, 'zh'), importColumnLabel(key, 'en')];
    expect(keys.filter((key) => !isDeepStrictEqual(words.columns[key], inBoth(key)))).toEqual([]);
    expect(keys.filter((key) => inBoth(key).includes(key))).toEqual([]);
  });

  it('have no label without a column', () => {
    const keys = new Set<string>([...rosterColumns, ...memberColumns, ...visitColumns].map(({ key }) => key));
    expect(Object.keys(importColumnLabels).filter((key) => !keys.has(key))).toEqual([]);
  });

  /** Fields of forms that no list contains. */
  const notInLists: Readonly<Record<string, readonly string[]>> = {
    CreateHouseholdInput: ['address', 'categoryFrom', 'groupName', 'villageCode'],
    AddMemberInput: ['householdId'],
    LogVisitInput: [
      ...['accuracyMetres', 'allowSameDay', 'cadreId', 'checklist', 'householdId', 'id', 'incomeChange'],
      ...['latitude', 'longitude', 'noLocationReason', 'photoIds'],
    ],
  };
  /** Fields that a list contains under another key. */
  const said: Readonly<Record<string, string>> = {
    headResidentId: 'headId',
    number: 'householdNumber',
    phone: 'householdPhone',
    problems: 'problem',
  };

  it.each([
    ['CreateHouseholdInput', rosterColumns],
    ['AddMemberInput', memberColumns],
    ['LogVisitInput', visitColumns],
  ] as const)('contain the fields of %s', (input, columns) => {
    const keys = new Set<string>(columns.map(({ key }) => key));
    const missing = fieldsOf(input)
      .map(({ name }) => name)
      .filter((name) => !unseen.has(name) && !keys.has(name) && !keys.has(said[name] ?? ''));
    expect(missing.sort()).toEqual(notInLists[input]);
  });
});

describe('no label', () => {
  const columnsOf = (type: string) =>
    entities.filter(({ name }) => name === type).flatMap(({ table }) => Object.keys(getTableColumns(table)));
  const about = allLabels.map(({ type, fields, inputs: sent }) => ({
    type,
    fields: Object.keys(fields),
    names: new Set([
      ...[type, `${type}Filter`, ...sent].flatMap((name) => fieldsOf(name).map((field) => field.name)),
      ...columnsOf(type).filter(isAudited),
    ]),
  }));

  it('belongs to a missing type, input or field', () => {
    const types = allLabels.flatMap(({ type, inputs: sent, auditedTypes }) => [
      type,
      ...sent,
      ...auditedTypes,
    ]);
    expect(types.filter((name) => !schema.getType(name))).toEqual([]);
    const gone = about.flatMap(({ type, fields, names }) =>
      fields.filter((field) => !names.has(field.split('.')[0] ?? '')).map((field) => `${type}.${field}`),
    );
    expect(gone).toEqual([]);
  });

  it('is declared for all types alike but used by none', () => {
    const somewhere = new Set(about.flatMap(({ names }) => [...names]));
    const steps = [
      ...Object.keys(commonLabels),
      ...Object.keys(commonPaths).flatMap((path) => path.split('.')),
    ];
    expect(steps.filter((name) => !somewhere.has(name))).toEqual([]);
  });

  it('belongs to a value that the server never audits', () => {
    const root = new URL('../../../server/src/', import.meta.url);
    const code = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(new URL(name, root), 'utf8'))
      .join('\n');
    expect(Object.keys(factLabels).filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
  });

  it('repeats a label that holds anyway', () => {
    const again = allLabels.flatMap(({ type, fields }) => {
      const subject = allLabels.find(({ inputs: sent }) => sent.includes(type))?.fields ?? {};
      return Object.entries(fields)
        .filter(([field, label]) =>
          isDeepStrictEqual(subject[field] ?? commonLabels[field] ?? codeLabels[field], label),
        )
        .map(([field]) => `${type}.${field}`);
    });
    expect(again).toEqual([]);
  });
});
