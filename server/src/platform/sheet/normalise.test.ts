import { describe, expect, test } from 'vitest';
import { monthWithoutZero, parseCount, parseDay, parseYesNo } from './normalise.ts';
import type { Cell } from './sheet-row.ts';

const text = (value: string): Cell => ({ text: value, kind: 'text' });
const number = (value: number): Cell => ({ text: String(value), kind: 'number', number: value });
const day = (cell: Cell, months?: boolean) => {
  const parsed = parseDay(cell, { months });
  return parsed.ok ? parsed.day : parsed.code;
};

describe('parseDay', () => {
  test.each([
    ['2024-10-15', '2024-10-15'],
    ['2024.10.15', '2024-10-15'],
    ['2024/3/5', '2024-03-05'],
    ['2024年3月12日', '2024-03-12'],
    ['２０２４ 年 ３ 月 １２ 日', '2024-03-12'],
    ['20241015', '2024-10-15'],
    ['2024-10-15 08:30:00', '2024-10-15'],
    ['2024-10-15T00:00:00.000Z', '2024-10-15'],
    ['2024–3–5', '2024-03-05'],
    ['2024-02-29', '2024-02-29'],
    ['1900-01-01', '1900-01-01'],
    ['2100-12-31', '2100-12-31'],
  ])('reads %s', (given, means) => {
    expect(day(text(given))).toBe(means);
  });

  test.each([
    '2024-13-40',
    '2023-02-29',
    '2024-02-30',
    '1899-12-31',
    '2101-01-01',
    '3/12/2024',
    '2024',
    '待定',
    '45369',
    '0000-00-00',
  ])('refuses %s', (given) => {
    expect(day(text(given))).toBe('DATE_INVALID');
  });

  test('reads a serial number as its day, but not a year', () => {
    expect(day(number(45369))).toBe('2024-03-18');
    expect(day({ ...number(45369 - 1462), is1904: true })).toBe('2024-03-18');
    expect(day(number(20241015))).toBe('2024-10-15');
    expect(day(number(2024))).toBe('DATE_INVALID');
    expect(day(number(-3))).toBe('DATE_INVALID');
  });

  test('reads a month as its first day only where months are allowed', () => {
    for (const given of ['2024年3月', '202403', '2024.3', '2024-03']) {
      expect(day(text(given), true)).toBe('2024-03-01');
      expect(day(text(given))).toBe('DATE_INVALID');
    }
    expect(day(number(202403), true)).toBe('2024-03-01');
    expect(day(text('2024年13月'), true)).toBe('DATE_INVALID');
  });

  test('refuses a date cell outside the accepted years', () => {
    expect(day({ text: '2150-01-01', kind: 'date', date: '2150-01-01' })).toBe('DATE_INVALID');
    expect(day({ text: '2024-03-18 10:00:00', kind: 'date', date: '2024-03-18' })).toBe('2024-03-18');
  });
});

describe('parseCount', () => {
  test.each([
    ['3', 3],
    ['３人', 3],
    ['5口人', 5],
    ['5 口', 5],
    ['共4个人', 4],
    ['1,200', 1200],
    ['5.0', 5],
    ['0', 0],
    ['五口人', 5],
    ['两人', 2],
    ['共十二人', 12],
    ['二十口', 20],
    ['零人', 0],
  ])('reads %s people', (given, means) => {
    expect(parseCount(text(given), 'people')).toEqual({ ok: true, count: means });
  });

  test('reads months, and neither unit as the other', () => {
    for (const given of ['6', '6个月', '６ 个月', '6月', '6.0个月', '六个月', '六 月'])
      expect(parseCount(text(given), 'months')).toEqual({ ok: true, count: 6 });
    expect(parseCount(text('6个月'), 'people').ok).toBe(false);
    expect(parseCount(text('5口人'), 'months').ok).toBe(false);
  });

  test.each([
    '-1',
    '2.5',
    '三',
    '三三人',
    '几人',
    '半年',
    '五六口人',
    '1,20',
    '1e3',
    '',
    '9999999999999999',
    '6元',
  ])('refuses "%s"', (given) => {
    expect(parseCount(text(given), 'people')).toEqual({ ok: false, code: 'NUMBER_INVALID' });
  });
});

test('a month without its trailing zero may be October', () => {
  expect(monthWithoutZero(number(1965.1))).toBe('1965-10');
  expect(monthWithoutZero(text(' 1965.1 '))).toBe('1965-10');
  for (const given of ['1965.10', '1965.01', '1965.2', '1965-1', '1965年1月', '1965.1.5'])
    expect(monthWithoutZero(text(given))).toBeNull();
});

describe('parseYesNo', () => {
  test('reads words, marks, letters and digits as yes or no', () => {
    for (const given of [
      ...['是', '√', '✔️', 'Y', 'Ｙ', 'yes', '1', 'TRUE', ' 有 ', '已', '属于', '☑'],
      ...['享受', '已享受', '享受低保', '已纳入低保', '低保户', '正在享受'],
    ]) {
      expect(parseYesNo(text(given))).toEqual({ ok: true, yes: true });
    }
    for (const given of [
      ...['否', '×', 'N', '0', 'FALSE', '无', '没有', '未', '不是', '非', '☒', '✖'],
      ...['未享受', '不享受', '没有享受', '未享受低保', '未纳入', '非低保户', '无低保'],
    ]) {
      expect(parseYesNo(text(given))).toEqual({ ok: true, yes: false });
    }
    for (const given of ['也许', '○', '曾享受', '2', '2019年享受'])
      expect(parseYesNo(text(given)).ok, given).toBe(false);
  });
});
