import type { Label, Labels } from '#schema/codes/labels/define-labels.ts';
import { labelOf, pathLabelOf } from '#schema/codes/labels/field-labels.ts';
import type { Lang } from '#schema/codes/lang.ts';

/** Columns of lists that hold a field of the API under another key: type and path of that field. */
const sameAs: Readonly<Record<string, readonly [type: string, path: string]>> = {
  headId: ['Household', 'headResidentId'],
  householdNumber: ['Household', 'number'],
  helperName: ['Household', 'currentPairing.cadre.name'],
  helperSex: ['Cadre', 'sex'],
  helperPolitics: ['Cadre', 'politicalStatus'],
  helperOrganization: ['Pairing', 'cadre.organization.name'],
  helperTitle: ['Cadre', 'jobTitle'],
  helperRole: ['Pairing', 'role'],
  startedOn: ['Household', 'currentPairing.startedOn'],
  problem: ['Visit', 'problems'],
  handling: ['Problem', 'note'],
};

/** Columns of lists that are no field of the API, or that one word of its label would not tell from another column. */
const ofLists: Labels = {
  township: ['乡镇', 'Township'],
  headSex: ['户主性别', 'Sex of the head'],
  headBirthOn: ['户主出生日期', 'Birth date of the head'],
  householdPhone: ['农户电话', 'Phone of the household'],
  helperPhone: ['帮扶联系人电话', 'Helper’s phone'],
  assistantName: ['第二联系人', 'Second helper'],
  assistantOrganization: ['第二联系人单位', 'Second helper’s organization'],
  assistantTitle: ['第二联系人职务', 'Second helper’s job title'],
  assistantPhone: ['第二联系人电话', 'Second helper’s phone'],
  endedOn: ['帮扶结束日期', 'Helper until'],
};

function labelled([type, path]: readonly [string, string]): Label {
  const label = pathLabelOf(type, path);
  if (!label) throw new Error(`${type}.${path} has no label`);
  return label;
}

/** The columns of lists whose label is not that of the field of the same name. */
export const importColumnLabels: Labels = {
  ...ofLists,
  ...Object.fromEntries(Object.entries(sameAs).map(([key, field]) => [key, labelled(field)])),
};

const types = ['Household', 'Member', 'Visit'];

/** What a column of a list is called; its key where nothing names it. */
export function importColumnLabel(key: string, lang: Lang): string {
  const label = importColumnLabels[key] ?? types.map((type) => labelOf(type, key)).find(Boolean);
  return label?.[lang === 'zh' ? 0 : 1] ?? key;
}
