import { factLabels } from '../../audit/audit.labels.ts';
import { webhookLabels } from '../../webhook/webhook.labels.ts';
import { allCodes } from '../all-codes.ts';
import type { Lang } from '../lang.ts';
import { commonLabels, commonPaths } from './common.labels.ts';
import type { Label, LabelledCodes, Labels, Title, TypeLabels } from './define-labels.ts';
import { recordLabels } from './record-labels.ts';

/** All labels there are. Those of webhooks name the types that can be followed, which the others make. */
export const allLabels: readonly TypeLabels[] = [...recordLabels, ...webhookLabels];

/** What a record of each type is called. */
export const recordTitles: Readonly<Record<string, Title>> = Object.fromEntries(
  allLabels.flatMap(({ type, title }) => (title ? [[type, title]] : [])),
);

/** What the records of a list are called together, by their type. */
export const listTitles: Readonly<Record<string, readonly [zh: string, en: string]>> = Object.fromEntries(
  allLabels.flatMap(({ type, title }) => (title?.[2] ? [[type, [title[0], title[2]]]] : [])),
);

/** A field that is called as the list whose codes it holds, where its type has no label for it: the title of the list. */
export const codeLabels: Labels = Object.fromEntries(
  allCodes.map((list) => [
    list.name.charAt(0).toLowerCase() + list.name.slice(1),
    [list.title.zh, list.title.en, list],
  ]),
);

const byType = new Map(allLabels.map((labels) => [labels.type, labels]));
const subjects = new Map(allLabels.flatMap(({ type, inputs }) => inputs.map((input) => [input, type])));

const find = (labels: Labels | undefined, field: string): Label | undefined =>
  labels && Object.hasOwn(labels, field) ? labels[field] : undefined;

/** The types by whose labels the fields of a type go: its own, and that of what an input or a filter is about. */
function lineOf(type: string): TypeLabels[] {
  const subject = subjects.get(type) ?? (type.endsWith('Filter') ? type.slice(0, -'Filter'.length) : '');
  return [type, subject].flatMap((name) => byType.get(name) ?? []);
}

const ownLabelOf = (type: string, field: string): Label | undefined =>
  lineOf(type)
    .map(({ fields }) => find(fields, field))
    .find(Boolean);

/** Whether a type of the API has labels, so that each of its fields must have one. */
export const isLabelled = (type: string): boolean => lineOf(type).length > 0;

/** The label of a field; undefined where it has none. */
export const labelOf = (type: string, field: string): Label | undefined =>
  ownLabelOf(type, field) ?? find(commonLabels, field) ?? find(codeLabels, field);

/** The label of a path such as `currentPairing.cadre.name`, which is that of a field where the path has one step. */
export const pathLabelOf = (type: string, path: string): Label | undefined =>
  labelOf(type, path) ?? find(commonPaths, path);

/** The labels of a type by themselves, without those that it has in common with others. */
export const ownLabelsOf = (type: string): Labels =>
  Object.assign(
    {},
    ...lineOf(type)
      .map(({ fields }) => fields)
      .reverse(),
  );

/** The label of a field in a row of the audit trail, which tells of more than the columns of its record. */
export const auditLabelOf = (entity: string, field: string): Label | undefined =>
  [entity, ...(byType.get(entity)?.auditedTypes ?? [])]
    .map((type) => ownLabelOf(type, field))
    .find(Boolean) ??
  find(factLabels, field) ??
  find(commonLabels, field) ??
  find(codeLabels, field);

/** The list whose codes a field of the audit trail holds. */
export const auditListOf = (entity: string, field: string): LabelledCodes | undefined =>
  auditLabelOf(entity, field)?.[2];

const side = (label: Label, lang: Lang): string => label[lang === 'zh' ? 0 : 1];
const masked: Readonly<Record<Lang, string>> = { zh: '（脱敏）', en: ' (masked)' };

/**
 * What a column of a sheet is called, such as `household.village.path`; `types` are those of its steps. A path that has no
 * label goes by those of its steps, a step that has none by its own name. A file says that numbers are masked.
 */
export function headingOf(types: readonly string[], path: string, lang: Lang): string {
  const [type = '', ...further] = types;
  const label = pathLabelOf(type, path);
  if (label) return side(label, lang) + (path.endsWith('Masked') ? masked[lang] : '');
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return first;
  return `${headingOf(types, first, lang)} · ${headingOf(further, rest.join('.'), lang)}`;
}
