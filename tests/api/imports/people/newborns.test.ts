import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  type Batch,
  importDocuments,
  importSteps,
  outcomesOf,
  roster,
} from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { registerActs } from '#tests/factories/register/register-acts.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring, checkFile, warningsOf } = importSteps(test, countyCode);
const { rows, act, personOf, ofMember } = registerActs(test, countyCode);

const changesOfRows =
  'query ($id: ID!) { importBatch(id: $id) { rows { nodes { changes { column before after } } } } }';
const day = '2026-03-02';
type Line = readonly (string | null)[];
const members = (...lines: Line[]) =>
  workbook('成员.xlsx', ['户主证件号码', '姓名', '证件类型', '证件号码', '出生日期', '与户主关系'], lines);
/** A household with a child without a number and one with a number, as lists have them. */
async function family() {
  const head = residentId();
  await bring(desk, await roster({ id: head, name: '项甲' }));
  return {
    head,
    unnumbered: (name: string, relation = '之女'): Line => [head, name, '暂无证件', null, day, relation],
    numbered: (name: string, id = residentId('20260302'), relation = '之女'): Line => [
      ...[head, name, '身份证', id, null, relation],
    ],
  };
}
const childrenOf = (head: string) =>
  rows(sql`select child.name, child.resident_id_masked is not null as "isNumbered" from member as child
    join member as head on head.household_id = child.household_id and head.relation = 'HEAD'
    where head.resident_id_masked = ${`****${head.slice(-4)}`} and child.relation <> 'HEAD' order by child.name`);
it.each(['项新生儿', '未取名', '项甲之女'])(
  'adds name and number from a later list to %s, and rolls them back with it',
  async (nameless) => {
    const { head, unnumbered, numbered } = await family();
    await bring(desk, await members(unnumbered(nameless)), 'MEMBERS');
    const named = await members(numbered('项婉清'));
    const checked = (await checkFile(desk, named, 'MEMBERS')).data?.checkImport.importBatch;
    expect(checked).toMatchObject({ created: 0, updated: 1 });
    const batch = await bring(desk, named, 'MEMBERS');
    expect(outcomesOf(batch)).toEqual([['UPDATED']]);
    const { data } = await test.send<{ importBatch: Batch }>(changesOfRows, { id: batch.id }, desk.session);
    const { bearer } = await makeToken(test, {
      ...{ ownerId: desk.userId, divisionCode: countyCode, rights: ['import.run'] },
    });
    const byToken = await test.send<{ importBatch: Batch }>(changesOfRows, { id: batch.id }, null, bearer);
    expect(byToken.data?.importBatch.rows.nodes[0]?.changes).toBeNull();
    expect(byToken.errors?.[0]).toMatchObject({
      ...{ path: ['importBatch', 'rows', 'nodes', 0, 'changes'] },
      extensions: { code: 'FORBIDDEN', right: 'household.read' },
    });
    expect(data?.importBatch.rows.nodes[0]?.changes).toContainEqual({
      ...{ column: 'name', before: nameless, after: '项婉清' },
    });
    expect(await childrenOf(head)).toEqual([{ name: '项婉清', isNumbered: true }]);
    expect(
      await rows(sql`select pinyin from member where name = '项婉清' and pinyin not like '%xwq%'`),
    ).toEqual([]);
    expect(outcomesOf(await bring(desk, named, 'MEMBERS'))).toEqual([['UNCHANGED']]);
    // The earlier list still has the child without a name.
    expect(outcomesOf(await bring(desk, await members(unnumbered(nameless)), 'MEMBERS'))).toEqual([
      ['UNCHANGED'],
    ]);
    expect(await childrenOf(head)).toEqual([{ name: '项婉清', isNumbered: true }]);
    const back = await test.send(importDocuments.rollBack, { input: { batchId: batch.id } }, desk.session);
    expect(back.errors).toBeUndefined();
    expect(await childrenOf(head)).toEqual([{ name: nameless, isNumbered: false }]);
  },
);

it('names a newborn that was added by hand', async () => {
  const { head, numbered } = await family();
  const { householdId } = await personOf(head);
  const child = { householdId, relation: 'DAUGHTER', birthOn: day };
  await act(desk, 'addMember', { ...child, name: '项新生儿', documentKind: 'NONE_YET' });
  const input = { ...child, name: '项婉清', residentId: residentId('20260302') };
  const add = 'mutation ($input: AddMemberInput!) { addMember(input: $input) { __typename } }';
  const again = await test.send(add, { input }, desk.session);
  expect(again.errors?.[0]?.extensions.fields).toMatchObject({
    'input.name': { code: 'POSSIBLE_DUPLICATE' },
  });
  expect(outcomesOf(await bring(desk, await members(numbered('项婉清')), 'MEMBERS'))).toEqual([['UPDATED']]);
  expect(await childrenOf(head)).toEqual([{ name: '项婉清', isNumbered: true }]);
  // A brother born that day is another person.
  await act(desk, 'addMember', {
    ...input,
    relation: 'SON',
    name: '项婉江',
    residentId: residentId('20260302'),
  });
});

it('renames nobody who has a name, and warns that it may be the same child', async () => {
  const { head, unnumbered, numbered } = await family();
  await bring(desk, await members(unnumbered('项小宝')), 'MEMBERS');
  const batch = await bring(desk, await members(numbered('项婉清')), 'MEMBERS');
  expect(outcomesOf(batch)).toEqual([['CREATED']]);
  expect(await warningsOf(desk, batch)).toEqual(['2 name LIKELY_DOUBLE']);
  expect(await childrenOf(head)).toHaveLength(2);
});

it('does not mistake one twin for the other', async () => {
  const one = await family();
  await bring(desk, await members(one.unnumbered('项新生儿')), 'MEMBERS');
  // Both are named since: nothing tells which of them was on record.
  const both = await bring(desk, await members(one.numbered('项婉清'), one.numbered('项婉如')), 'MEMBERS');
  expect(outcomesOf(both)).toEqual([['CREATED'], ['CREATED']]);
  expect(await warningsOf(desk, both)).toEqual(['2 name LIKELY_DOUBLE', '3 name LIKELY_DOUBLE']);
  // One still has no name.
  const other = await family();
  await bring(desk, await members(other.unnumbered('项新生儿')), 'MEMBERS');
  const list = await members(other.numbered('项婉清'), other.unnumbered('项新生儿'));
  expect(outcomesOf(await bring(desk, list, 'MEMBERS'))).toEqual([['CREATED'], ['UNCHANGED']]);
  // It is unknown which of two named ones an older list means.
  const third = await family();
  await bring(desk, await members(third.numbered('项婉清'), third.numbered('项婉如')), 'MEMBERS');
  const old = await members(third.unnumbered('项新生儿'));
  expect(outcomesOf(await bring(desk, old, 'MEMBERS'))).toEqual([['REJECTED', 'name POSSIBLE_DUPLICATE']]);
});

/** An identity number of a girl. */
function girlsId(): string {
  const id = residentId('20260302');
  return Number(id[16]) % 2 === 0 ? id : girlsId();
}

it('recognises the child in an older list by anything that tells its sex', async () => {
  const { head, numbered } = await family();
  await bring(desk, await members(numbered('项婉清', girlsId())), 'MEMBERS');
  const headings = ['户主证件号码', '姓名', '证件类型', '证件号码', '出生日期', '与户主关系', '性别'];
  const old = (sex: string | null) =>
    workbook('成员.xlsx', headings, [[head, '项新生儿', '暂无证件', null, day, '之女', sex]]);
  for (const sex of ['未知', '未说明', '女', null])
    expect(outcomesOf(await bring(desk, await old(sex), 'MEMBERS'))).toEqual([['UNCHANGED']]);
  expect(await childrenOf(head)).toEqual([{ name: '项婉清', isNumbered: true }]);
  // Of the other sex it is another child, or one of the two is wrong.
  const boy = await bring(desk, await old('男'), 'MEMBERS');
  expect(outcomesOf(boy)).toEqual([['CREATED']]);
  expect(await warningsOf(desk, boy)).toEqual(['2 name LIKELY_DOUBLE']);
});

it.each<[string, (of: Awaited<ReturnType<typeof family>>) => [Line, Line]]>([
  ['without a name and with one', (of) => [of.unnumbered('项新生儿'), of.numbered('项婉清')]],
  ['with a name and without one', (of) => [of.numbered('项婉清'), of.unnumbered('项新生儿')]],
])('treats two children in distant rows as two, first %s', async (_which, rowsOf) => {
  const of = await family();
  const [first, last] = rowsOf(of);
  // A file is processed a thousand rows at a time.
  const between: Line[] = Array.from({ length: 1_000 }, () => [null, null, null, null, null, '之女']);
  const batch = await bring(desk, await members(first, ...between, last), 'MEMBERS');
  expect(batch).toMatchObject({ created: 2, rejected: 1_000 });
  expect(await childrenOf(of.head)).toHaveLength(2);
});

it('does not re-add a child who died under the name it was given', async () => {
  const { unnumbered, numbered } = await family();
  const id = residentId('20260302');
  await bring(desk, await members(numbered('项婉清', id)), 'MEMBERS');
  await ofMember(desk, id, 'memberLeaves', { leftOn: '2026-10-10', reason: 'DEATH' });
  expect(outcomesOf(await bring(desk, await members(unnumbered('项新生儿')), 'MEMBERS'))).toEqual([
    ['REJECTED', 'name PERSON_DIED'],
  ]);
});
