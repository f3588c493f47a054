import { describe, expect, test } from 'vitest';
import { allCodes } from './all-codes.ts';
import { defineCodes } from './define-codes.ts';
import { divisionLevelOf, parentDivisionCode } from './division.codes.ts';
import { guessProblemKind, guessProblemStatus } from './help/problem.codes.ts';
import { RiskKind } from './help/risk.codes.ts';
import { HouseholdCategory } from './household.codes.ts';
import { DisabilityKind, Health } from './people/ability.codes.ts';
import { Ethnicity } from './people/ethnicity.codes.ts';
import { IncomeItem, incomeGroupOf, incomeSign } from './people/income.codes.ts';
import { Relation } from './people/relation.codes.ts';
import { Education, SchoolStatus } from './people/schooling.codes.ts';

describe.each(allCodes.map((list) => [list.name, list] as const))('%s', (_name, list) => {
  test('describes every value in Chinese and English', () => {
    expect(list.title.zh).toMatch(/\p{Script=Han}/u);
    for (const [key, { description }] of Object.entries(list.valuesConfig)) {
      expect(key).toMatch(/^[A-Z][A-Z0-9_]*$/);
      expect(description).toMatch(/\p{Script=Han}/u);
      expect(description).toMatch(/[A-Za-z]{2}/);
    }
  });

  test('reads back its own keys, codes, labels and synonyms', () => {
    for (const key of list.keys) {
      const parse: (text: string) => string | null = list.parse;
      const spec = (list.specs as Record<string, (typeof HouseholdCategory.specs)['UNSTABLE']>)[key];
      const spellings = [key, spec?.zh, spec?.en, spec?.code, ...(spec?.synonyms ?? [])];
      for (const spelling of spellings) {
        if (spelling !== undefined) expect(parse(` ${spelling}　`), spelling).toBe(key);
      }
    }
  });
});

test('two lists never share a name', () => {
  const names = allCodes.map((list) => list.name);
  expect(new Set(names).size).toBe(names.length);
});

test('a spelling that stands for two values is refused when the list is made', () => {
  const define = () =>
    defineCodes('X', '甲', 'X', {
      ONE: { zh: '一', en: 'One' },
      TWO: { zh: '二', en: 'Two', synonyms: ['一'] },
    });
  expect(define).toThrow(/"一"/);
});

test('what is in no list is null, inherited names included', () => {
  expect(HouseholdCategory.parse('监测户')).toBeNull();
  expect(HouseholdCategory.parse('')).toBeNull();
  expect(HouseholdCategory.parse('constructor')).toBeNull();
  expect(HouseholdCategory.has('constructor')).toBe(false);
});

test.each([
  ['脱贫户（享受政策）', 'RELIEVED'],
  ['边缘户', 'MARGINAL'],
  ['１', 'UNSTABLE'],
  ['突发严重困难户 ', 'SUDDEN'],
  ['一般农户', 'ORDINARY'],
])('the household category %s is %s', (text, key) => {
  expect(HouseholdCategory.parse(text)).toBe(key);
});

test('reads every relation of the national register and of GB/T 4761, and keeps the former apart', () => {
  const national =
    '户主 配偶 之子 之女 之儿媳 之女婿 之孙子 之孙女 之外孙子 之外孙女 之父 之母 之岳父 之岳母 之公公 之婆婆 之祖父 之祖母 之外祖父 之外祖母 之兄弟姐妹 之曾孙子 之曾孙女 之侄儿 之侄女 之兄弟媳妇 之叔伯 其他';
  const keys = national.split(' ').map((word) => Relation.parse(word));
  expect(keys).not.toContain(null);
  expect(new Set(keys).size).toBe(keys.length);
  expect(Relation.parse('户主之子')).toBe('SON');
  expect(Relation.parse('长女')).toBe('DAUGHTER');
  expect(Relation.parse('25')).toBe('SON');
  expect(Relation.parse('弟媳')).toBe('BROTHERS_WIFE');
});

test('reads an ethnicity with and without 族', () => {
  expect(Ethnicity.keys).toHaveLength(58);
  expect(['汉', '汉族', '01', '1'].map((text) => Ethnicity.parse(text))).toEqual([
    'HAN',
    'HAN',
    'HAN',
    'HAN',
  ]);
  expect(Ethnicity.parse('土')).toBe('TU');
  expect(Ethnicity.parse('土家族')).toBe('TUJIA');
});

test('reads a cell with several values, and says which part it did not understand', () => {
  expect(Health.parseMany('残疾、长期慢性病')).toEqual({ keys: ['CHRONIC', 'DISABLED'], unknown: [] });
  expect(Health.parseMany('患有大病，会飞')).toEqual({ keys: ['SERIOUS'], unknown: ['会飞'] });
  expect(Health.parseMany('无')).toEqual({ keys: [], unknown: [] });
  expect(RiskKind.parseMany('因病;因学')).toEqual({ keys: ['ILLNESS', 'SCHOOLING'], unknown: [] });
});

test('knows the words that mean nothing to fill in', () => {
  expect(SchoolStatus.isBlank('非在校生')).toBe(true);
  expect(SchoolStatus.isBlank(' ')).toBe(true);
  expect(SchoolStatus.isBlank('小学')).toBe(false);
});

test.each([
  ['高中（含中专）', 'SENIOR_MIDDLE'],
  ['初中毕业', 'JUNIOR_MIDDLE'],
  ['大学本科', 'BACHELOR_OR_ABOVE'],
  ['文盲', 'ILLITERATE'],
])('the education %s is %s', (text, key) => {
  expect(Education.parse(text)).toBe(key);
});

test('reads a school status with and without the grade', () => {
  expect(SchoolStatus.parse('普通高中')).toBe('SENIOR');
  expect(SchoolStatus.parse('普通高中二年级')).toBe('SENIOR_2');
  expect(SchoolStatus.parse('初三')).toBe('GRADE_9');
});

test('reads a kind of disability in its short form', () => {
  expect(DisabilityKind.parse('肢体')).toBe('LIMB');
  expect(DisabilityKind.parse('4')).toBe('LIMB');
});

test.each([
  ['大病自付费用高', 'MEDICAL'],
  ['房屋漏雨', 'HOUSING'],
  ['饮水水压不足', 'WATER'],
  ['孩子上学缺学费', 'EDUCATION'],
  ['务工不稳定', 'EMPLOYMENT'],
  ['养殖缺技术', 'INDUSTRY'],
  ['家庭收入低，生活困难', 'INCOME'],
  ['老人卧床无人照料', 'CARE'],
  ['门前道路坑洼', 'INFRASTRUCTURE'],
  ['说不清楚', 'OTHER'],
])('guesses that %s is a problem of %s', (text, kind) => {
  expect(guessProblemKind(text)).toBe(kind);
});

test.each([
  ['', 'OPEN'],
  ['已解决', 'SOLVED'],
  ['尚未解决', 'OPEN'],
  ['已上报乡镇', 'IN_HAND'],
  ['协调中', 'IN_HAND'],
  ['已联系医保局', 'IN_HAND'],
  ['不符合条件', 'UNSOLVABLE'],
])('guesses from the note "%s" that the problem is %s', (note, status) => {
  expect(guessProblemStatus(note)).toBe(status);
});

test('each line of income belongs to the group of its letter, and only costs count against it', () => {
  for (const item of IncomeItem.keys) {
    expect(incomeGroupOf(item)).toBe(item[0]);
    expect(incomeSign(item)).toBe(item.startsWith('E') ? -1 : 1);
  }
});

test('a division code tells its level and its parent', () => {
  expect(divisionLevelOf('130434205213')).toBe('VILLAGE');
  expect(parentDivisionCode('130434205213')).toBe('130434205');
  expect(parentDivisionCode('13')).toBeNull();
  expect(divisionLevelOf('13043')).toBeNull();
  expect(divisionLevelOf('13x')).toBeNull();
});
