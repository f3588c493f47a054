import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  type Batch,
  importSteps,
  newPhone,
  outcomesOf,
  type Payload,
  roster,
} from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { registerActs } from '#tests/factories/register/register-acts.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring, checkFile } = importSteps(test, countyCode);
const { rows, act, personOf, ofHousehold, ofMember } = registerActs(test, countyCode);

const batchQuery = `query ($id: ID!) { importBatch(id: $id) { asOf rows(first: 10) { nodes {
  errors { column code value } changes { column before after } } } } }`;
const changed = [['REJECTED', expect.stringMatching(/ CHANGED_SINCE$/)]];

it('keeps village and data that the desk changed, until a later list differs', async () => {
  const line = { id: residentId(), name: '迁甲', phone: newPhone() };
  const old = await roster(line);
  await bring(desk, old);
  const [village] = await rows(
    sql`select code from division where code like '130434101%' and length(code) = 12 order by code limit 1`,
  );
  await ofHousehold(desk, line.id, 'moveHousehold', {
    villageCode: village?.code,
    effectiveOn: '2026-06-01',
  });
  expect(outcomesOf(await bring(desk, old))).toEqual([['REJECTED', 'village CHANGED_SINCE']]);
  const asOf = (day: string) => bring(desk, old, 'ROSTER', { asOf: day });
  expect(outcomesOf(await asOf('2026-11-09'))).toEqual([['REJECTED', 'village CHANGED_SINCE']]);
  test.clock.set('2026-11-12T02:00:00Z');
  expect(outcomesOf(await asOf('2026-11-11'))).toEqual([['UPDATED']]);
  test.clock.set('2026-11-10T02:00:00Z');
});

it('keeps a category, a phone and a size set by hand, and names the contradicting column', async () => {
  const line = { id: residentId(), name: '类甲', phone: newPhone() };
  const old = await roster(line);
  await bring(desk, old);
  await ofHousehold(desk, line.id, 'setCategory', { category: 'SUDDEN', effectiveOn: '2026-11-01' });
  expect(outcomesOf(await bring(desk, old))).toEqual([['REJECTED', 'category CHANGED_SINCE']]);
  expect(await rowsOfHousehold('类甲')).toEqual([{ category: 'SUDDEN' }]);
  const heading = [
    '乡镇',
    '行政村',
    '户主姓名',
    '户主身份证号',
    '农户电话',
    '帮扶责任人',
    '帮扶责任人电话',
    '帮扶开始时间',
  ];
  const [helper, home, other] = [newPhone(), newPhone(), newPhone()];
  const id = residentId();
  const withPhone = await workbook('花名册.xlsx', heading, [
    ['魏城镇', '南关村', '话甲', id, home, '话干部', helper, '2024-03-01'],
  ]);
  await bring(desk, withPhone);
  const { householdId } = await personOf(id);
  await act(desk, 'updateHousehold', { id: householdId, expectedVersion: 1, phone: other });
  const batch = await bring(desk, withPhone);
  expect(outcomesOf(batch)).toEqual([['REJECTED', 'householdPhone CHANGED_SINCE']]);
  const shown = await test.send<Payload>(batchQuery, { id: batch.id }, desk.session);
  expect(shown.data?.importBatch.rows.nodes[0]?.errors).toEqual([
    { column: 'householdPhone', code: 'CHANGED_SINCE', value: `****${home.slice(-4)}` },
  ]);
});

const rowsOfHousehold = (name: string) => rows(sql`select category from household where head_name = ${name}`);

it('lets a newer list change what an older list set, and not the reverse', async () => {
  const line = { id: residentId(), name: '新甲', phone: newPhone() };
  const old = await roster({ ...line, category: '脱贫户' });
  const later = await roster({ ...line, category: '突发严重困难户' });
  await bring(desk, old);
  expect(outcomesOf(await bring(desk, later))).toEqual([['UPDATED']]);
  expect(outcomesOf(await bring(desk, old))).toEqual(changed);
  expect(outcomesOf(await bring(desk, later))).toEqual([['UNCHANGED']]);
  expect(await rowsOfHousehold('新甲')).toEqual([{ category: 'SUDDEN' }]);
});

it('shows the old and new value of each row that changes something', async () => {
  const line = { id: residentId(), name: '改甲', phone: newPhone() };
  await bring(desk, await roster({ ...line, category: '脱贫户' }));
  const checked = await checkFile(
    desk,
    await roster({ ...line, category: '突发严重困难户', township: '德政镇', village: '德一村' }),
    'ROSTER',
    { asOf: '2026-11-10' },
  );
  const { id } = checked.data?.checkImport.importBatch ?? {};
  const shown = await test.send<{ importBatch: { asOf: string } & Batch }>(batchQuery, { id }, desk.session);
  expect(shown.errors).toBeUndefined();
  expect(shown.data?.importBatch).toMatchObject({
    asOf: '2026-11-10',
    rows: {
      nodes: [
        {
          errors: [],
          changes: [
            { column: 'village', after: '德一居民委员会' },
            { column: 'category', before: '脱贫户', after: '突发严重困难户' },
          ],
        },
      ],
    },
  });
  const future = await checkFile(desk, await roster(line), 'ROSTER', { asOf: '2026-11-11' });
  expect(future.errors?.[0]?.extensions.fields).toMatchObject({ 'input.asOf': { code: 'DATE_IN_FUTURE' } });
});

it('keeps what was set by hand for a member and for a cadre', async () => {
  const head = residentId();
  const phone = newPhone();
  const old = await roster({ id: head, name: '员甲', helper: '职干部', phone });
  await bring(desk, old);
  const family = await workbook(
    '成员.xlsx',
    ['户主证件号码', '姓名', '证件号码', '与户主关系', '文化程度'],
    [[head, '员甲', head, '户主', '小学']],
  );
  await bring(desk, family, 'MEMBERS');
  await ofMember(desk, head, 'updateMember', { education: 'JUNIOR_MIDDLE' });
  expect(outcomesOf(await bring(desk, family, 'MEMBERS'))).toEqual([['REJECTED', 'education CHANGED_SINCE']]);
});

it('undoes a death recorded by mistake; until then the dead are not added again', async () => {
  const [head, wife] = [residentId(), residentId('19520101')];
  await bring(desk, await roster({ id: head, name: '误甲' }));
  await bring(desk, await roster({ name: '误乙' }));
  const { householdId } = await personOf(head);
  const person = { name: '误妻', relation: 'SPOUSE', residentId: wife };
  await act(desk, 'addMember', { householdId, ...person });
  await ofMember(desk, wife, 'memberLeaves', { leftOn: '2026-11-01', reason: 'DEATH' });
  const document = 'mutation ($input: AddMemberInput!) { addMember(input: $input) { clientMutationId } }';
  const again = await test.send(document, { input: { householdId, ...person } }, desk.session);
  expect(again.errors?.[0]?.extensions.fields).toMatchObject({ 'input.residentId': { code: 'PERSON_DIED' } });
  await ofMember(desk, wife, 'memberReturns', { reason: '同名误登' });
  expect(await rows(sql`select left_on, left_reason, relation from member where name = '误妻'`)).toEqual([
    { left_on: null, left_reason: null, relation: 'SPOUSE' },
  ]);
  const trail = await rows(sql`select before::json ->> 'leftReason' as was, after::json ->> 'reason' as why
    from audit_event where action = 'memberReturns'`);
  expect(trail).toEqual([{ was: 'DEATH', why: '同名误登' }]);
});
