import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importSteps, newPhone, outcomesOf } from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { inHan } from '#tests/factories/people/han-numbers.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring, checkFile } = importSteps(test, countyCode);

const household = ['乡镇', '行政村', '户主姓名', '户主身份证号', '户类型'];
const ofHousehold = (name: string) => ['魏城镇', '南关村', name, residentId(), '脱贫户'];
const paired = [...household, '帮扶责任人', '帮扶责任人电话', '结对认亲时间'];
const ofPair = (name: string) => [...ofHousehold(name), '周助', newPhone(), '2024-03-01'];
const endOf = async (name: string) => {
  const found = await test.owner.db.execute<{ ended_on: string | null }>(
    sql`select ended_on::text from pairing join household on household.id = household_id where head_name = ${name}`,
  );
  return found.map(({ ended_on }) => ended_on);
};
interface Details {
  columns: { ambiguous: { heading: string; keys: string[] }[] };
}
const refusal = async (file: Awaited<ReturnType<typeof workbook>>, kind?: string) => {
  const [error] = (await checkFile(desk, file, kind)).errors ?? [];
  const { code, columns } = (error?.extensions ?? {}) as { code?: string } & Partial<Details>;
  return [code, (columns?.ambiguous ?? []).map(({ heading, keys }) => `${heading} ${keys.join()}`)];
};

it('ends pairings by headings composed in other ways', async () => {
  const headings = ['帮扶责任人解除时间', '驻村帮扶结束时间', '包抓截止日期', '结对/解除时间', '脱钩时间'];
  for (const [at, heading] of headings.entries()) {
    const name = `解某${inHan(at)}`;
    const file = await workbook('解除.xlsx', [...paired, heading], [[...ofPair(name), '2025-06-30']]);
    expect(outcomesOf(await bring(desk, file)), heading).toEqual([['CREATED']]);
    expect(await endOf(name), heading).toEqual(['2025-06-30']);
  }
});

it('refuses a sheet with a day that may be an end until somebody chooses its meaning', async () => {
  const file = await workbook('退帮.xlsx', [...paired, '退帮时间'], [[...ofPair('退帮一'), '2025-06-30']]);
  expect(await refusal(file)).toEqual(['COLUMN_UNDECIDED', ['退帮时间 endedOn']]);
  const columnMap = [{ heading: '退帮时间', key: 'endedOn' }];
  expect(outcomesOf(await bring(desk, file, 'ROSTER', { columnMap }))).toEqual([['CREATED']]);
  expect(await endOf('退帮一')).toEqual(['2025-06-30']);
  const other = await workbook('调整.xlsx', [...paired, '调整时间'], [[...ofPair('调整一'), '2025-06-30']]);
  expect(await refusal(other)).toEqual(['COLUMN_UNDECIDED', ['调整时间 endedOn']]);
  const ignored = [{ heading: '调整时间', key: null }];
  expect(outcomesOf(await bring(desk, other, 'ROSTER', { columnMap: ignored }))).toEqual([['CREATED']]);
  expect(await endOf('调整一')).toEqual([null]);
});

it('imports a list of households without any helper column', async () => {
  const done = await bring(desk, await workbook('农户.xlsx', household, [ofHousehold('独户')]));
  expect(outcomesOf(done)).toEqual([['CREATED']]);
  expect(await endOf('独户')).toEqual([]);
  const warned = await test.owner.db.execute<{ warnings: string }>(
    sql`select warnings::text from import_row where warnings is not null and batch_id = ${done.id.split(':').at(-1)}`,
  );
  expect(warned.map(({ warnings }) => warnings).join()).toContain('HOUSEHOLD_WITHOUT_HELPER');
});

it('treats a list as one of households only where nothing in it may concern helpers', async () => {
  const sheet = (...more: [string, string][]) =>
    workbook(
      '农户.xlsx',
      [...household, ...more.map(([heading]) => heading)],
      [[...ofHousehold('疑户'), ...more.map(([, value]) => value)]],
    );
  expect(await refusal(await sheet(['帮助联络人员', '周助']))).toEqual([
    'COLUMN_UNDECIDED',
    ['帮助联络人员 helperName'],
  ]);
  expect((await refusal(await sheet(['帮扶责任人', '周助'])))[0]).toBe('REQUIRED_COLUMN_MISSING');
  expect((await refusal(await sheet(['帮扶责任人电话', newPhone()])))[0]).toBe('REQUIRED_COLUMN_MISSING');
  const members = await sheet(['姓名', '周员'], ['证件号码', residentId()], ['与户主关系', '之子']);
  expect((await refusal(members))[0]).toBe('IMPORT_KIND_MISMATCH');
});

it('reads 无 beside the day of every other row as no helper', async () => {
  const line = [...ofHousehold('无帮户'), '无', null, '2024-03-01'];
  expect(outcomesOf(await bring(desk, await workbook('无.xlsx', paired, [line])))).toEqual([['CREATED']]);
  expect(await endOf('无帮户')).toEqual([]);
});
