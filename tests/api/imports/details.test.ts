import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importDocuments, importSteps, newPhone, roster } from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring, checkFile } = importSteps(test, countyCode);

type Line = readonly (string | null)[];
const members = (...lines: Line[]) =>
  workbook(
    '成员.xlsx',
    ['户主证件号码', '姓名', '证件类型', '证件号码', '出生日期', '与户主关系', '文化程度'],
    lines,
  );
const visits = (...lines: Line[]) =>
  workbook(
    '走访.xlsx',
    ['走访日期', '方式', '走访人', '走访人电话', '户主身份证号', '发现的问题', '处理意见'],
    lines,
  );
const rows = (query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> =>
  test.owner.db.execute(query);
const outcomes = (batch: {
  rows: { nodes: { result: string; errors: { column: string; code: string }[] }[] };
}) =>
  batch.rows.nodes.map(({ result, errors }) => [
    result,
    ...errors.map(({ column, code }) => `${column} ${code}`),
  ]);

it('refuses a member who lives in another household, a second head and a second spouse', async () => {
  const [one, other, wife] = [residentId(), residentId(), residentId()];
  await bring(desk, await roster({ id: one }, { id: other }));
  const batch = await bring(
    desk,
    await members(
      [one, '甲测试', '身份证', one, null, '户主', '初中'],
      [one, '妻测试', '身份证', wife, null, '配偶', '小学'],
      [one, '某测试', '身份证', residentId(), null, '配偶', null],
      [one, '某测试', '身份证', residentId(), null, '户主', null],
      [one, '乙测试', '身份证', other, null, '之子', null],
      [residentId(), '某测试', '身份证', residentId(), null, '之子', null],
    ),
    'MEMBERS',
  );
  expect(outcomes(batch)).toEqual([
    ['UPDATED'],
    ['CREATED'],
    ['REJECTED', 'relation TWO_SPOUSES'],
    ['REJECTED', 'relation HEAD_EXISTS'],
    ['REJECTED', 'residentId DUPLICATE_PERSON'],
    ['REJECTED', 'headId HOUSEHOLD_UNKNOWN'],
  ]);
  const elsewhere = await bring(desk, await roster({ id: wife, name: '妻测试' }));
  expect(outcomes(elsewhere)).toEqual([['REJECTED', 'headId DUPLICATE_PERSON']]);
});

it("adds a newborn's later number instead of a second record", async () => {
  const [head, child] = [residentId(), residentId('20260801')];
  await bring(desk, await roster({ id: head }));
  const born = await bring(
    desk,
    await members([head, '娃测试', '暂无证件', null, '2026-08-01', '之女', null]),
    'MEMBERS',
  );
  expect(born).toMatchObject({ created: 1 });
  const named = await bring(
    desk,
    await members([head, '娃测试', '身份证', child, '2026-08-01', '之女', null]),
    'MEMBERS',
  );
  expect(named).toMatchObject({ created: 0, updated: 1 });
  expect(await rows(sql`select document_kind, resident_id_masked from member where name = '娃测试'`)).toEqual(
    [{ document_kind: 'RESIDENT_ID', resident_id_masked: `****${child.slice(14)}` }],
  );
});

it('refuses another name beside a known number instead of renaming the person', async () => {
  const head = residentId();
  await bring(desk, await roster({ id: head, name: '旧名字' }));
  const batch = await bring(
    desk,
    await members([head, '改名字', '身份证', head, null, '户主', '小学']),
    'MEMBERS',
  );
  expect(outcomes(batch)).toEqual([['REJECTED', 'name NAME_MISMATCH']]);
  expect(await rows(sql`select head_name from household where head_name in ('旧名字', '改名字')`)).toEqual([
    { head_name: '旧名字' },
  ]);
});

it('credits visits to the pairing of their day and refuses days without one', async () => {
  const head = residentId();
  const [first, second] = [newPhone(), newPhone()];
  await bring(desk, await roster({ id: head, phone: first, from: '2024-03-01' }));
  await bring(desk, await roster({ id: head, phone: second, helper: '丙测试', from: '2026-06-01' }));
  const batch = await bring(
    desk,
    await visits(
      ['2026-05-31', '入户', '乙测试', first, head, '房屋漏雨', '已解决'],
      ['2026-06-01', '入户', '丙测试', second, head, null, null],
      ['2026-06-02', '入户', '乙测试', first, head, null, null],
      ['2024-02-29', '入户', '乙测试', first, head, null, null],
      ['2026-06-03', '入户', '无此人', '13999999999', head, null, null],
      ['2026-06-01', '入户', '丙测试', second, head, null, null],
    ),
    'VISITS',
  );
  expect(outcomes(batch)).toEqual([
    ['CREATED'],
    ['CREATED'],
    ['REJECTED', 'visitedOn DATE_AFTER_PAIRING'],
    ['REJECTED', 'visitedOn DATE_BEFORE_PAIRING'],
    ['REJECTED', 'helperPhone CADRE_UNKNOWN'],
    ['REJECTED', 'visitedOn DUPLICATE_IN_FILE'],
  ]);
  expect(
    await rows(sql`select visited_on::text, recorded_on = visited_on as kept, source, started_on::text
      from visit join pairing on pairing.county_code = visit.county_code and pairing.id = pairing_id
      where visit.household_id in (select household_id from member
      where member.county_code = visit.county_code and resident_id_masked = ${`****${head.slice(14)}`})
      order by visited_on`),
  ).toEqual([
    { visited_on: '2026-05-31', kept: true, source: 'IMPORT', started_on: '2024-03-01' },
    { visited_on: '2026-06-01', kept: true, source: 'IMPORT', started_on: '2026-06-01' },
  ]);
  const undone = await test.send(importDocuments.rollBack, { input: { batchId: batch.id } }, desk.session);
  expect(undone.errors).toBeUndefined();
  expect(await rows(sql`select count(*)::int as count from visit`)).toEqual([{ count: 0 }]);
  expect(await rows(sql`select count(*)::int as count from problem`)).toEqual([{ count: 0 }]);
});

it('adds a later phone to the cadre of the same name and organization who has none', async () => {
  const [one, another] = [newPhone(), newPhone()];
  const helper = '后补干部';
  await bring(desk, await roster({ helper, phone: '' }));
  await bring(desk, await roster({ helper, phone: one }, { helper, phone: one }));
  // By now the cadre has a phone: a person must decide whether another number is new or another person's.
  const other = await bring(desk, await roster({ helper, phone: another }));
  expect(outcomes(other)).toEqual([['REJECTED', 'helperPhone CADRE_PHONE_DIFFERS']]);
  expect(
    await rows(sql`select phone_masked is not null as has_phone, (select count(*)::int from pairing
      where pairing.county_code = cadre.county_code and cadre_id = cadre.id) as paired from cadre where name = ${helper} order by id`),
  ).toEqual([{ has_phone: true, paired: 3 }]);
});

it('refuses a phone under another name, and a cadre without a phone who could be several', async () => {
  const phone = newPhone();
  await bring(desk, await roster({ phone, helper: '甲干部' }));
  const taken = await bring(desk, await roster({ phone, helper: '乙干部' }));
  expect(outcomes(taken)).toEqual([['REJECTED', 'helperPhone PHONE_OF_OTHER_CADRE']]);
  await bring(desk, await roster({ helper: '同名者' }, { helper: '同名者' }));
  const ambiguous = await bring(desk, await roster({ helper: '同名者', phone: '' }));
  expect(outcomes(ambiguous)).toEqual([['REJECTED', 'helperName CADRE_AMBIGUOUS']]);
  const byName = await bring(desk, await roster({ helper: '甲干部', phone: '' }));
  expect(byName).toMatchObject({ created: 1 });
  expect(await rows(sql`select count(*)::int as count from cadre where name = '甲干部'`)).toEqual([
    { count: 1 },
  ]);
});

it('moves a household with its records to the village that the roster names', async () => {
  const id = residentId();
  const phone = newPhone();
  await bring(desk, await roster({ id, phone, name: '迁移户' }));
  const moved = await bring(
    desk,
    await roster({ id, phone, name: '迁移户', township: '德政镇', village: '德一村' }),
  );
  expect(moved).toMatchObject({ updated: 1 });
  expect(
    await rows(sql`select distinct left(village_code, 9) as township from (
      select village_code, id from household where head_name = '迁移户'
      union all select village_code, household_id from member where name = '迁移户'
      union all select pairing.village_code, household_id from pairing
        join household on household.id = household_id where head_name = '迁移户') as all_rows`),
  ).toEqual([{ township: '130434101' }]);
  const reviewer = await signedIn(test, 'TOWNSHIP_REVIEWER', '130434100');
  const back = await bring(reviewer, await roster({ id, phone, name: '迁移户' }));
  expect(outcomes(back)).toEqual([['REJECTED', 'headId DUPLICATE_PERSON']]);
});

it('keeps the load limit of a refusing county, in the dry run as in the import', async () => {
  await rows(sql`update county set max_load = 2, load_policy = 'REFUSE' where county_code = ${countyCode}`);
  const phone = newPhone();
  const file = await roster({ phone }, { phone }, { phone });
  const trial = await checkFile(desk, file);
  const batch = await bring(desk, file);
  await rows(sql`update county set max_load = 15, load_policy = 'WARN' where county_code = ${countyCode}`);
  expect(outcomes(batch)).toEqual([['CREATED'], ['CREATED'], ['REJECTED', 'helperName LOAD_LIMIT_EXCEEDED']]);
  expect(trial.data?.checkImport.importBatch.rows).toEqual(batch.rows);
});

it('changes no household that has left the register', async () => {
  const id = residentId();
  const phone = newPhone();
  await bring(desk, await roster({ id, phone, name: '销甲' }));
  await rows(sql`update household set status = 'CLOSED', closed_on = '2026-10-01' where head_name = '销甲'`);
  expect(outcomes(await bring(desk, await roster({ id, phone, name: '销甲' })))).toEqual([
    ['REJECTED', 'headId HOUSEHOLD_CLOSED'],
  ]);
});
