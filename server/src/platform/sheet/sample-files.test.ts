import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { normalisePhone } from '#schema/person/phone.ts';
import { halfWidth } from '#schema/text.ts';
import { memberColumns, rosterColumns, visitColumns } from '#tests/fixtures/sheets/sample-columns.ts';
import { parseDay } from './normalise.ts';
import { readTable, type TableRow } from './table/read-table.ts';

interface Expected {
  file: string;
  headerRow: number;
  firstDataRow: number;
  dataRows: number;
  members: number;
  visits: { rows: number };
  errors: { row: number; column: string; code: string }[];
  tolerated: { row: number; column: string; given: string; means: string }[];
}

const folder = 'tests/fixtures';
const expected: Expected = JSON.parse(readFileSync(`${folder}/expected-魏县.json`, 'utf8'));
const open = <Key extends string>(fileName: string, columns: Parameters<typeof readTable<Key>>[1]) =>
  readTable({ source: `${folder}/${fileName}`, fileName }, columns);

describe('the roster', () => {
  type Key = (typeof rosterColumns)[number]['key'];
  const rows = new Map<number, TableRow<Key>>();
  let table: Awaited<ReturnType<typeof readTable<Key>>>;

  beforeAll(async () => {
    table = await open<Key>(expected.file, rosterColumns);
    for await (const row of table.rows) rows.set(row.number, row);
  });

  const cell = (row: number, column: string) => {
    const key = rosterColumns.find((spec) => spec.key === column)?.key;
    return key ? rows.get(row)?.values[key] : undefined;
  };

  test('has its header in two rows, and both phones distinguished by their group', () => {
    expect(table.header).toMatchObject({
      headerRow: expected.headerRow,
      firstDataRow: expected.firstDataRow,
      headerRows: [3, 4],
      missing: [],
    });
    const columns = Object.fromEntries(table.header.recognised.map(({ key, column }) => [key, column]));
    expect(columns).toEqual({
      township: 'B',
      village: 'C',
      headName: 'D',
      headId: 'E',
      size: 'F',
      category: 'G',
      householdPhone: 'H',
      helperName: 'I',
      organization: 'L',
      helperPhone: 'O',
      startedOn: 'P',
      endedOn: 'Q',
      remark: 'R',
    });
    expect(table.header.ignored.map(({ heading }) => heading)).toEqual([
      '序号',
      '性别',
      '政治面貌',
      '单位隶属关系',
      '职务',
    ]);
  });

  test('has all its data rows and none of its footers', () => {
    expect(table.counts).toEqual({ data: expected.dataRows, skipped: 2, hidden: 0 });
    expect([...rows.keys()].at(0)).toBe(5);
    expect([...rows.keys()].at(-1)).toBe(3004);
  });

  test('shows the merged township and village in every row', () => {
    for (const { values } of rows.values()) {
      expect(values.township).not.toBeNull();
      expect(values.village).not.toBeNull();
    }
    expect(cell(504, 'village')?.text).not.toBe(cell(505, 'village')?.text);
  });

  test('is read correctly wherever the spelling is unusual', () => {
    expect(expected.tolerated).toHaveLength(333);
    for (const { row, column, means } of expected.tolerated) {
      const value = cell(row, column);
      if (!value) throw new Error(`no cell in row ${row}, ${column}`);
      expect({ row, column, means: normalise(column, value) }).toEqual({ row, column, means });
    }
  });

  function normalise(column: string, value: Parameters<typeof parseDay>[0]): string {
    if (column === 'headId') return halfWidth(value.text).toUpperCase();
    if (column === 'householdPhone') return normalisePhone(value.text) ?? '';
    const parsed = parseDay(value);
    return parsed.ok ? parsed.day : parsed.code;
  }

  test('has lost digits of exactly those ids that were stored as numbers', () => {
    const lost = expected.errors.filter(({ code }) => code === 'ID_PRECISION_LOST').map(({ row }) => row);
    const found = [...rows.values()]
      .filter(({ values }) => values.headId?.precisionLost)
      .map(({ number }) => number);
    expect(found).toEqual(lost);
  });

  test('has exactly the blank names and invalid dates it should', () => {
    const errorRows = (code: string) =>
      expected.errors.filter((error) => error.code === code).map(({ row }) => row);
    const blank = [...rows.values()]
      .filter(({ values }) => values.headName === null)
      .map(({ number }) => number);
    expect(blank).toEqual(errorRows('REQUIRED_MISSING'));
    const badDays = [...rows.values()].filter(
      ({ values }) => values.startedOn && !parseDay(values.startedOn).ok,
    );
    expect(badDays.map(({ number }) => number)).toEqual(errorRows('DATE_INVALID'));
  });
});

test('the members and the visits have all their rows', async () => {
  const members = await open('监测对象家庭成员-魏县.xlsx', memberColumns);
  for await (const { values } of members.rows) expect(values.idNumber).not.toBeUndefined();
  expect(members.counts).toEqual({ data: expected.members, skipped: 0, hidden: 0 });
  expect(members.header).toMatchObject({ headerRow: 1, missing: [] });

  const visits = await open('走访记录-魏县.xlsx', visitColumns);
  for await (const { values } of visits.rows)
    expect(values.visitedOn && parseDay(values.visitedOn).ok).toBe(true);
  expect(visits.counts).toEqual({ data: expected.visits.rows, skipped: 0, hidden: 0 });
});

test('a file of one kind is not mistaken for another', async () => {
  await expect(open('走访记录-魏县.xlsx', rosterColumns)).rejects.toMatchObject({ code: 'HEADER_NOT_FOUND' });
  await expect(open('监测对象家庭成员-魏县.xlsx', visitColumns)).rejects.toMatchObject({
    code: 'HEADER_NOT_FOUND',
  });
});
