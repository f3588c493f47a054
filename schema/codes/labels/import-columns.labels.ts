import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
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

/** Columns of lists about money, some of which go by the same key as one of a household. */
const ofFunds: Readonly<Record<string, readonly [type: string, path: string]>> = {
  number: ['FundDocument', 'number'],
  title: ['FundDocument', 'title'],
  issuedOn: ['FundDocument', 'issuedOn'],
  receivedOn: ['FundDocument', 'receivedOn'],
  budgetYear: ['FundDocument', 'budgetYear'],
  early: ['FundDocument', 'isEarly'],
  level: ['FundLine', 'level'],
  task: ['FundLine', 'task'],
  direct: ['FundLine', 'isDirect'],
  projectCode: ['FundLine', 'projectCode'],
  functionCode: ['FundLine', 'functionCode'],
  economicCode: ['FundLine', 'economicCode'],
  amount: ['FundLine', 'amount'],
  allocated: ['FundLine', 'statedAllocated'],
  disbursed: ['FundLine', 'statedDisbursed'],
  paid: ['FundLine', 'statedPaid'],
  note: ['FundLine', 'note'],
};

/** By the kind of list, for kinds whose columns are not about households. */
export const columnLabelsOfKind: Readonly<Partial<Record<ImportKind, Labels>>> = {
  FUND_DOCUMENTS: Object.fromEntries(Object.entries(ofFunds).map(([key, field]) => [key, labelled(field)])),
};

/** What a column of a list is called; its key where nothing names it. */
export function importColumnLabel(key: string, lang: Lang, kind?: ImportKind): string {
  const ofKind = kind && columnLabelsOfKind[kind];
  const label = ofKind
    ? ofKind[key]
    : (importColumnLabels[key] ?? types.map((type) => labelOf(type, key)).find(Boolean));
  return label?.[lang === 'zh' ? 0 : 1] ?? key;
}
