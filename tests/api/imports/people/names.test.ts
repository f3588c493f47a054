import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importSteps, newPhone, outcomesOf } from '#tests/factories/lists/imports.ts';
import { pairedHeadings } from '#tests/factories/lists/roster-headings.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { registerActs } from '#tests/factories/register/register-acts.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring, warningsOf } = importSteps(test, countyCode);
const { rows, act, ofMember } = registerActs(test, countyCode);

const line = (name: string, id = residentId(), helper = '车甲仁', phone = newPhone()) => [
  ...['魏城镇', '南关村', name, id, '脱贫户', helper, phone, '2024-03-01'],
];
const roster = (...lines: string[][]) => workbook('名单.xlsx', pairedHeadings, lines);
const refused = (column: string, code: string) => ['REJECTED', `${column} ${code}`];

it('refuses a head with a remark after the name, and creates nobody of that name', async () => {
  const over = ['张三（已故）', '张三(亡)', '张三已故', '张三死亡', '张三（户口注销）', '（已故）张三'];
  const others = ['张三已搬迁', '张三（户主）', '张三★'];
  const batch = await bring(
    desk,
    await roster(...[...over, ...others, '阿卜杜拉·买买提', '名甲1', '名甲（2）'].map((name) => line(name))),
  );
  expect(outcomesOf(batch)).toEqual([
    ...over.map(() => refused('headName', 'ROW_IS_OVER')),
    ...others.map(() => refused('headName', 'NAME_HAS_REMARK')),
    ['CREATED'],
    ['CREATED'],
    ['CREATED'],
  ]);
  const marked = await warningsOf(desk, batch);
  expect(marked.filter((one) => one.endsWith('NAME_HAS_MARK'))).toEqual(
    [1, 0].map((above) => `${batch.total + 1 - above} headName NAME_HAS_MARK`),
  );
  expect(await rows(sql`select head_name from household where head_name like '%张三%'`)).toEqual([]);
});

it('refuses such members too, except newborns that are numbered instead of named', async () => {
  const head = residentId();
  await bring(desk, await roster(line('名户主', head)));
  const names = ['李四（已故）', '李四1', '李四(残疾)', '项新生儿(大)', '李四'];
  const file = await workbook(
    '成员.xlsx',
    ['户主证件号码', '姓名', '证件号码', '与户主关系'],
    names.map((name) => [head, name, residentId(), '其他']),
  );
  const batch = await bring(desk, file, 'MEMBERS');
  expect(outcomesOf(batch)).toEqual([
    refused('name', 'ROW_IS_OVER'),
    ['CREATED'],
    refused('name', 'NAME_HAS_REMARK'),
    ['CREATED'],
    ['CREATED'],
  ]);
  expect(await warningsOf(desk, batch)).toEqual(['3 name NAME_HAS_MARK']);
});

it('recognises people on record with a mark in the name', async () => {
  const [id, phone] = [residentId(), newPhone()];
  const list = (name: string) => roster(line(name, id, '车甲仁', phone));
  await bring(desk, await list('名甲乙'));
  await ofMember(desk, id, 'updateMember', { name: '名甲乙(2)' });
  expect(outcomesOf(await bring(desk, await list('名甲乙(2)')))).toEqual([['UNCHANGED']]);
});

it('creates no cadre from a name with another name, an end or a remark beside it', async () => {
  const cells: [string, string][] = [
    ['车甲仁(原李二助)', 'HELPERS_UNCLEAR'],
    ['车甲仁（李二助协助）', 'HELPERS_UNCLEAR'],
    ['车甲仁·李二助', 'HELPERS_UNCLEAR'],
    ['车甲仁（已调离）', 'ROW_IS_OVER'],
    ['车甲仁、已退休', 'ROW_IS_OVER'],
    ['车甲仁（组长）', 'NAME_HAS_REMARK'],
  ];
  const batch = await bring(
    desk,
    await roster(
      ...cells.map(([cell]) => line('名帮户', residentId(), cell)),
      line('名帮户', residentId(), '买买提·阿里'),
    ),
  );
  expect(outcomesOf(batch)).toEqual([...cells.map(([, code]) => refused('helperName', code)), ['CREATED']]);
  expect(await rows(sql`select name from cadre where name like '%李二助%' or name ~ '[(0-9]'`)).toEqual([]);
  const phone = newPhone();
  await act(desk, 'createCadre', { divisionCode: countyCode, name: '张伟(2)', phone });
  const marked = await roster(
    line('名帮户', residentId(), '张伟(2)', phone),
    line('名帮户', residentId(), '车甲仁2'),
  );
  const taken = await bring(desk, marked);
  expect(outcomesOf(taken)).toEqual([['CREATED'], ['CREATED']]);
  expect(await warningsOf(desk, taken)).toContain('3 helperName NAME_HAS_MARK');
});
