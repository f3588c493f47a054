import { describe, expect, test } from 'vitest';
import { buildXlsx, rowXml } from '#tests/fixtures/sheets/build-xlsx.ts';
import { readTable, type Table } from './read-table.ts';

const folder = 'tests/fixtures/sheets';

const ledger = [
  { key: 'dept', names: ['部门'] },
  { key: 'taker', names: ['领用人姓名'], required: true, group: ['领用人'] },
  { key: 'takerPhone', names: ['联系电话'], group: ['领用人'] },
  { key: 'giver', names: ['发放人姓名'], required: true, group: ['发放人'] },
  { key: 'giverPhone', names: ['联系电话'], group: ['发放人'] },
  { key: 'count', names: ['数量'], required: true },
];

async function all(table: Table) {
  const rows = [];
  for await (const { number, values } of table.rows) {
    rows.push([number, ...Object.values(values).map((cell) => cell?.text ?? null)]);
  }
  return rows;
}

const fromRows = async (...rows: string[][]) => {
  const xml = rows.map((row, index) => rowXml(index + 1, row)).join('');
  return {
    source: await buildXlsx({ sheets: [{ name: 'a', xml: `<sheetData>${xml}</sheetData>` }] }),
    fileName: 'a.xlsx',
  };
};

test('reads a table under a header of two rows, without sums and remarks below', async () => {
  const table = await readTable({ source: `${folder}/two-row-header.xlsx`, fileName: 'a.xlsx' }, ledger);
  expect(table.header).toMatchObject({ headerRows: [2, 3], headerRow: 3, firstDataRow: 4, missing: [] });
  expect(await all(table)).toEqual([
    [4, '一科', '张三', '13800000001', '赵六', '13800000011', '3'],
    [5, '一科', '李四', '13800000002', '钱七', '13800000012', '4'],
    [6, null, '王五', '13800000003', '孙八', '13800000013', '5'],
  ]);
  expect(table.counts).toEqual({ data: 3, skipped: 2, hidden: 0 });
});

test('reads a csv of other column names', async () => {
  const columns = [
    { key: 'taker', names: ['姓名', '领用者'], required: true },
    { key: 'id', names: ['证号'], required: true },
    { key: 'takenOn', names: ['领用日期'], required: true },
  ];
  const table = await readTable({ source: `${folder}/gbk-other-names.csv`, fileName: 'a.csv' }, columns);
  expect(await all(table)).toEqual([
    [4, '张三', '130499197501010016', '2024/3/5'],
    [5, '李四，又名"小四"', '13049919750101002X', '2024年3月5日'],
    [6, '王五\n二组', '1.30499E+17', '20240305'],
  ]);
});

test('finds the table in any visible sheet', async () => {
  const columns = [
    { key: 'name', names: ['姓名'], required: true },
    { key: 'code', names: ['编号'], required: true },
  ];
  const table = await readTable({ source: `${folder}/hidden-first-sheet.xlsx`, fileName: 'a.xlsx' }, columns);
  expect(table.sheetName).toBe('名单');
  expect(await all(table)).toEqual([[2, '张三', 'A-1']]);
});

test('reads sheets with the same columns together, names those with others, and refuses them if both are chosen', async () => {
  const columns = [
    { key: 'name', names: ['姓名'], required: true },
    { key: 'code', names: ['编号'], required: true },
    { key: 'dept', names: ['部门'] },
  ];
  const sheet = (name: string, ...rows: string[][]) => ({
    name,
    xml: `<sheetData>${rows.map((row, index) => rowXml(index + 1, row)).join('')}</sheetData>`,
  });
  const file = {
    source: await buildXlsx({
      sheets: [
        sheet('一', ['姓名', '编号'], ['张三', 'A-1']),
        sheet('二', ['姓名', '编号', '部门'], ['李四', 'A-2', '一科'], ['王五', 'A-3', '一科']),
        sheet('三', ['编号', '姓名'], ['A-4', '赵六']),
      ],
    }),
    fileName: 'a.xlsx',
  };
  const table = await readTable(file, columns);
  expect(table.parts.map(({ name }) => name)).toEqual(['一', '三']);
  expect((await all(table)).map(([, name]) => name)).toEqual(['张三', '赵六']);
  expect(await table.countUnread()).toEqual([{ name: '二', isHidden: false, isSetAside: false, rows: 2 }]);
  const chosen = await readTable(file, columns, { sheets: ['二'] });
  expect((await all(chosen)).map(([, name]) => name)).toEqual(['李四', '王五']);
  for (const sheets of [
    ['一', '二'],
    ['二', '三'],
  ])
    await expect(readTable(file, columns, { sheets })).rejects.toMatchObject({ code: 'SHEETS_DIFFER' });
});

test('refuses an unrelated file, and an empty one', async () => {
  const refusal = (file: Promise<{ source: Buffer; fileName: string }>) =>
    file.then((it) => readTable(it, ledger));
  await expect(refusal(fromRows(['姓名', '班级'], ['张三', '一班']))).rejects.toMatchObject({
    code: 'HEADER_NOT_FOUND',
  });
  await expect(refusal(fromRows(['']))).rejects.toMatchObject({ code: 'FILE_EMPTY' });
});

describe('rows that are no data', () => {
  const columns = [
    { key: 'name', names: ['姓名'], required: true },
    { key: 'code', names: ['编号'], required: true },
    { key: 'place', names: ['地点'] },
  ];
  const header = ['姓名', '编号', '地点'];

  test.each([
    '合计',
    '小 计',
    '总计：',
    '审核人：',
    '制表人：   审核人：',
    '填表说明：一、',
    '注：',
    '注1',
    '填报日期：',
    '负责人（签字）：',
  ])('a line that begins with %s is skipped', async (word) => {
    const table = await readTable(
      await fromRows(header, ['甲', '1', '东'], [word, '', '3'], ['乙', '2', '西']),
      columns,
    );
    expect(await all(table)).toEqual([
      [2, '甲', '1', '东'],
      [4, '乙', '2', '西'],
    ]);
    expect(table.counts).toEqual({ data: 2, skipped: 1, hidden: 0 });
  });

  test('a name that begins like that is data if its row is filled, and so is a row with required cells missing', async () => {
    const table = await readTable(
      await fromRows(header, ['注册员', '1', '东'], ['合计算', '2', '西'], ['', '', '南']),
      columns,
    );
    expect((await all(table)).map(([number]) => number)).toEqual([2, 3, 4]);
  });

  test('a header repeated between the data is skipped', async () => {
    const table = await readTable(
      await fromRows(header, ['甲', '1', '东'], header, ['乙', '2', '西']),
      columns,
    );
    expect((await all(table)).map(([number]) => number)).toEqual([2, 4]);
  });
});

test('a table need not be read to its end', async () => {
  const table = await readTable({ source: `${folder}/two-row-header.xlsx`, fileName: 'a.xlsx' }, ledger);
  for await (const row of table.rows) {
    expect(row.number).toBe(4);
    break;
  }
  expect(table.counts.data).toBe(1);
});
