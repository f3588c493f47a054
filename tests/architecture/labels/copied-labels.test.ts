import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factLabels } from '#schema/audit/audit.labels.ts';
import { allCodes } from '#schema/codes/all-codes.ts';
import { commonLabels, commonPaths } from '#schema/codes/labels/common.labels.ts';
import type { Label } from '#schema/codes/labels/define-labels.ts';
import { allLabels } from '#schema/codes/labels/field-labels.ts';
import { importColumnLabels } from '#schema/codes/labels/import-columns.labels.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
  readonly place: string;
}

const wordsOf = (labels: Readonly<Record<string, Label>>, of: string): Words[] =>
  Object.entries(labels).map(([field, [zh, en]]) => ({ zh, en, place: `${of}.${field}` }));

/** All that a field or a record is called. */
const labels: readonly Words[] = [
  ...allLabels.flatMap(({ type, fields }) => wordsOf(fields, type)),
  ...allLabels.flatMap(({ type, title }) => (title ? [{ zh: title[0], en: title[1], place: type }] : [])),
  ...wordsOf(commonLabels, 'common'),
  ...wordsOf(commonPaths, 'paths'),
  ...wordsOf(factLabels, 'facts'),
  ...wordsOf(importColumnLabels, 'lists'),
  ...allCodes.map(({ name, title }) => ({ ...title, place: name })),
];

const texts = [
  /zh:\s*'([^']+)',\s*en:\s*'([^']+)'/g,
  /\[\s*'([^']*\p{Script=Han}[^']*)',\s*'([A-Za-z][^']*)'\s*[,\]]/gu,
  /\?\s*'([^']*\p{Script=Han}[^']*)'\s*:\s*'([A-Za-z][^']*)'/gu,
];
/** The other way about: the English text first. */
const turned = /\?\s*'([A-Za-z][^']*)'\s*:\s*'([^']*\p{Script=Han}[^']*)'/gu;

/** The texts in both languages that a source file writes. */
function messagesIn(text: string, place: string): Words[] {
  const found = texts.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, zh = '', en = '']) => ({ zh, en, place })),
  );
  const others = [...text.matchAll(turned)].map(([, en = '', zh = '']) => ({ zh, en, place }));
  return [...found, ...others];
}

const root = new URL('../../../', import.meta.url);
const messages = ['schema', 'server/src'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(?:test|labels)\.ts$/.test(name))
    .flatMap((name) =>
      messagesIn(readFileSync(new URL(`${folder}/${name}`, root), 'utf8'), `${folder}/${name}`),
    ),
);

const zhOfLabels = new Set(labels.map(({ zh }) => zh));
const enOfLabels = new Set(labels.map(({ en }) => en));
const isCopy = ({ zh, en }: Words): boolean => zhOfLabels.has(zh) || enOfLabels.has(en);
const copiesIn = (all: readonly Words[]): string[] =>
  all.filter(isCopy).map(({ place, zh, en }) => `${place}: ${zh} / ${en}`);

/** Texts with the words of a label that are not what that field is called, and why. */
const otherThings: Readonly<Record<string, string>> = {
  'schema/codes/change.codes.ts: 新增 / Inserted': 'what became of a record; a label counts rows',
  'schema/codes/change.codes.ts: 修改 / Updated': 'what became of a record; a label counts rows',
  'schema/codes/help/duty.codes.ts: 免访 / Excused': 'a status; the label is the record that leads to it',
  'schema/codes/help/measure.codes.ts: 健康帮扶 / Health': 'a measure; the label is the health of a person',
  'schema/codes/help/problem.codes.ts: 教育 / Education':
    'a kind of problem; the label is what somebody learnt',
  'schema/codes/household.codes.ts: 在册 / On the register':
    'a status of households; the label narrows members',
  'schema/codes/imports/import.codes.ts: 家庭成员 / Members': 'a kind of list, called as what it lists',
  'schema/codes/imports/import.codes.ts: 走访记录 / Visits': 'a kind of list, called as what it lists',
  'schema/codes/organization.codes.ts: 县直 / County': 'a level of organizations; the label is a place',
  'schema/codes/organization.codes.ts: 乡镇 / Township': 'a level of organizations; the label is a place',
  'schema/codes/organization.codes.ts: 村级 / Village': 'a level of organizations; the label is a place',
  'schema/codes/organization.codes.ts: 帮扶联系人 / Helper': 'a role; the label is a person',
  'schema/codes/organization.codes.ts: 保险公司 / Insurer': 'a role; the label is an organization',
  'schema/codes/people/relation.codes.ts: 户主 / Head': 'a relation; the label is the name of that person',
  'schema/codes/settings.codes.ts: 提醒 / Warn': 'what is done; the label is what a row is warned of',
  'schema/codes/settings.codes.ts: 拒绝 / Refuse': 'what is done; the label counts rows',
  'schema/codes/webhook.codes.ts: 数据变更 / Changes': 'a kind of message; the label counts changes',
  'server/src/cli/new/schema-files.ts: 名称 / Name':
    'the label of the first field of a new type, as it is written',
};
/** Codes after which a label is called, by `calledAsCode`. */
const sources = new Set([
  ...['新增 / Created', '更新 / Updated', '无变化 / Unchanged', '拒绝 / Rejected'].map(
    (words) => `schema/codes/imports/import.codes.ts: ${words}`,
  ),
  ...[
    ...['工资性收入 / Wages', '生产经营性收入 / Business income', '财产性收入 / Property income'],
    ...['转移性收入 / Transfers', '生产经营性支出 / Business expense'],
  ].map((words) => `schema/codes/people/income.codes.ts: ${words}`),
  ...['证件号码 / Document number', '联系电话 / Phone', '银行账号 / Account number'].map(
    (words) => `schema/codes/settings.codes.ts: ${words}`,
  ),
  ...[
    ...['批次号 / Batch number', '批内序号 / Serial in the batch', '收款人姓名 / Name of the payee'],
    ...['开户银行 / Bank', '金额 / Amount', '存折摘要 / Text in the passbook', '银行结果 / The bank says'],
    ...['交易日期 / Day of payment', '银行流水号 / Serial of the bank'],
  ].map((words) => `schema/codes/money/payment.codes.ts: ${words}`),
]);

describe('no text of schema and server is a copy of a label', () => {
  it('but for words that mean another thing', () => {
    expect(messages.length).toBeGreaterThan(600);
    const allowed = new Set([...Object.keys(otherThings), ...sources]);
    expect([...new Set(copiesIn(messages))].filter((copy) => !allowed.has(copy))).toEqual([]);
  });

  it('and none is allowed that is gone', () => {
    const found = new Set(copiesIn(messages));
    expect([...Object.keys(otherThings), ...sources].filter((copy) => !found.has(copy))).toEqual([]);
  });

  it.each([
    ["const x = { zh: '办结日期', en: 'When it was closed' };", '办结日期 / When it was closed'],
    ["label: ['职位', 'Job title'],", '职位 / Job title'],
    ["lang === 'en' ? 'Household number' : '户号'", '户号 / Household number'],
    ["lang === 'zh' ? '监测对象类别' : 'Kind'", '监测对象类别 / Kind'],
  ])('as %s would be', (source, words) => {
    expect(copiesIn(messagesIn(source, 'x.ts'))).toEqual([`x.ts: ${words}`]);
  });
});

/** Grants and Grant, Visit duties and Visit duty, Relations to the head and Relation to the head. */
const singular = (en: string): string =>
  en
    .replace(/^Types of records$/, 'Type of a record')
    .replace(/(?<=\w)ies\b/, 'y')
    .replace(/(?<=[a-rt-z])s(?= to the head$|$)/, '');

/** The words that stand for several in the other language, each with those. */
function severalFor(
  from: 'zh' | 'en',
  to: 'zh' | 'en',
  fold = (word: string) => word,
): Map<string, string[]> {
  const words = new Map<string, Set<string>>();
  for (const label of labels) {
    const others = words.get(label[from]) ?? new Set();
    words.set(label[from], others.add(fold(label[to])));
  }
  return new Map(
    [...words].filter(([, others]) => others.size > 1).map(([word, others]) => [word, [...others]]),
  );
}

describe('a label has one word in the other language', () => {
  /** Chinese words of two things. */
  const homonyms: Readonly<Record<string, string>> = {
    截止日期: 'the end of what holds, and the day by which something is due',
  };
  /** English words that are shorter than the Chinese ones, since the type says the rest. */
  const shorter: Readonly<Record<string, string>> = {
    Address: 'of a family, and of a program',
    Answer: 'to a question of the checklist, and of another program',
    Changes: 'of divisions, of values, and their number',
    Code: 'of a division, and of an authenticator app',
    'Closed on': 'of households and of problems',
    County: 'Chinese says where something lies: 所在县',
    Created: 'rows, and when a record was made',
    Division: 'of a place, of a right (辖区), and in full (所在地)',
    From: 'days, and times of day',
    Household: 'Chinese says that it was visited: 走访户',
    Item: 'of an income, and of the checklist',
    'Last day': 'of an agreement, and of the use of a token',
    'Left on': 'cadres leave a post (离岗), members a household',
    Level: 'of divisions, and to whom an organization belongs',
    Members: 'and their number',
    Message: 'and what it says',
    Name: 'of people, places and organizations',
    Number: 'of a person, and in a row',
    Overdue: 'today, and at the end of the period',
    Pairings: 'and their number',
    'Resident ID of the head': 'as it is masked, and as it is typed',
    Status: 'Chinese says of what',
    Steps: 'and their number',
    To: 'days, and times of day',
  };

  it('Chinese to English', () => {
    const several = severalFor('zh', 'en', singular);
    expect([...several].filter(([word]) => !Object.hasOwn(homonyms, word))).toEqual([]);
    expect(Object.keys(homonyms).filter((word) => !several.has(word))).toEqual([]);
  });

  it('English to Chinese', () => {
    const several = severalFor('en', 'zh');
    expect([...several].filter(([word]) => !Object.hasOwn(shorter, word))).toEqual([]);
    expect(Object.keys(shorter).filter((word) => !several.has(word))).toEqual([]);
  });
});
