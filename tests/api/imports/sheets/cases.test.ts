import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { type Batch, importSteps, outcomesOf } from '#tests/factories/lists/imports.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { registerActs } from '#tests/factories/register/register-acts.ts';
import { testApp } from '#tests/setup/app.ts';

/** Each list in `tests/fixtures/cases` with its expected result; nobody is in two of them. */
const test = testApp();
const countyCode = '130432';
const desk = nationalDesk(test, countyCode);
const { bring, checkFile } = importSteps(test, countyCode);
const { rows, act, ofHousehold, newHead } = registerActs(test, countyCode);

const caseFile = (name: string) => fileURLToPath(new URL(`../../../fixtures/cases/${name}`, import.meta.url));
const bringCase = async (name: string, kind = 'ROSTER') => bring(desk, caseFile(name), kind);
const outcomes = async (name: string, kind = 'ROSTER') => outcomesOf(await bringCase(name, kind));
const checked = async (name: string, kind = 'ROSTER'): Promise<Batch> => {
  const answer = await checkFile(desk, caseFile(name), kind);
  expect(answer.errors).toBeUndefined();
  if (!answer.data) throw new Error('no batch');
  return answer.data.checkImport.importBatch;
};

it('01: an old roster does not re-create a closed household', async () => {
  const list = '01-closed-household-returns/january-roster.csv';
  expect(await outcomes(list)).toEqual([['CREATED']]);
  await ofHousehold(desk, '130499195001010119', 'closeHousehold', {
    status: 'CLOSED',
    closedOn: '2026-11-02',
    reason: '全户死亡',
  });
  expect(outcomesOf(await checked(list))).toEqual([['REJECTED', 'headId HOUSEHOLD_CLOSED']]);
  expect(await outcomes(list)).toEqual([['REJECTED', 'headId HOUSEHOLD_CLOSED']]);
  expect(await rows(sql`select status from household where head_name = '项甲'`)).toEqual([
    { status: 'CLOSED' },
  ]);
});

it('04: a withdrawn visit does not count again', async () => {
  await bringCase('04-withdrawn-visit-returns/roster.csv');
  const register = '04-withdrawn-visit-returns/visits.csv';
  expect(await outcomes(register, 'VISITS')).toEqual([['CREATED']]);
  const [visit] = await rows(sql`select id from visit where visited_on = '2026-10-12'`);
  await act(desk, 'withdrawVisit', { id: `Visit:${countyCode}:${visit?.id}`, reason: '没有此事' });
  expect(await outcomes(register, 'VISITS')).toEqual([['REJECTED', 'visitedOn VISIT_WITHDRAWN']]);
  expect(await rows(sql`select status from visit`)).toEqual([{ status: 'WITHDRAWN' }]);
});

it('06: a known number under another name renames nobody', async () => {
  const folder = '06-name-contradicts-id';
  await bringCase(`${folder}/roster.csv`);
  await bringCase(`${folder}/members.csv`, 'MEMBERS');
  expect([
    await outcomes(`${folder}/pasted-one-row-down.csv`),
    await outcomes(`${folder}/members-pasted.csv`, 'MEMBERS'),
    await outcomes(`${folder}/visit-pasted.csv`, 'VISITS'),
  ]).toEqual([
    [['REJECTED', 'headName NAME_MISMATCH']],
    [['REJECTED', 'name NAME_MISMATCH']],
    [['REJECTED', 'headName NAME_MISMATCH']],
  ]);
  expect(await rows(sql`select count(*)::int from household where head_name = '项己'`)).toEqual([
    { count: 1 },
  ]);
});

it('08: all sheets with the same headings are read', async () => {
  const batch = await checked('08-further-sheets-ignored/township-per-sheet.xlsx');
  expect(batch).toMatchObject({ total: 5, created: 5, rejected: 0 });
});

it('10: rows with error cells are refused', async () => {
  expect(await outcomes('10-error-cells-taken-for-blank/errors.xlsx')).toEqual([
    ['REJECTED', 'helperPhone CELL_ERROR'],
    ['REJECTED', 'endedOn CELL_ERROR'],
    ['REJECTED', 'endedOn CELL_NOT_CALCULATED'],
  ]);
  expect(await rows(sql`select from cadre where name = '车德误'`)).toEqual([]);
});

it('11: a day in the 1904 date system is the same in every kind of cell', async () => {
  expect(await bringCase('11-1904-serial-four-years-off/mac.xlsx')).toMatchObject({ created: 2 });
  const days =
    await rows(sql`select started_on::text from pairing join household on household.id = household_id
    where head_name like '麦%'`);
  expect([...days]).toEqual([{ started_on: '2026-01-05' }, { started_on: '2026-01-05' }]);
});

it('14: words for none mean none in every column', async () => {
  const folder = '14-words-for-nothing-refuse-the-row';
  expect(await checked(`${folder}/roster.csv`)).toMatchObject({ created: 7, rejected: 0 });
  await bringCase(`${folder}/roster2.csv`);
  expect(await bringCase(`${folder}/members.csv`, 'MEMBERS')).toMatchObject({ created: 5, rejected: 0 });
  const months = await rows(sql`select work_months from member where work_months is not null`);
  expect([...months]).toEqual([{ work_months: 6 }]);
});

it('15: the text in the sheet finds the record that was made of it', async () => {
  expect(await bringCase('15-search-and-form-do-not-fold-names/roster.csv')).toMatchObject({ created: 4 });
  const found = async (search: string) =>
    (
      await test.send<{ households: { nodes: { headName: string }[] } }>(
        'query ($search: String!) { households(filter: { search: $search }) { nodes { headName } } }',
        { search },
        desk.session,
      )
    ).data?.households.nodes.map(({ headName }) => headName);
  const searches = ['买买提•艾力江', '买买提·艾力江', '努尔．买买提江', '项　小　龙', '项 小 龙', 'ＡＢＣ项'];
  expect(await Promise.all(searches.map(found))).toEqual([
    ['买买提·艾力江'],
    ['买买提·艾力江'],
    ['努尔·买买提江'],
    ['项小龙'],
    ['项小龙'],
    ['ABC项'],
  ]);
});

it('16: invisible characters do not make a number invalid', async () => {
  expect(await outcomes('16-invisible-marks/roster.csv')).toEqual([['CREATED'], ['CREATED'], ['CREATED']]);
});

it('18: the former head identifies the household', async () => {
  const folder = '18-former-head-unknown';
  await bringCase(`${folder}/roster.csv`);
  await bringCase(`${folder}/members.csv`, 'MEMBERS');
  await newHead(desk, '130499195201180227');
  expect([
    await outcomes(`${folder}/register-of-october.csv`, 'VISITS'),
    await outcomes(`${folder}/members-new-daughter.csv`, 'MEMBERS'),
    await outcomes(`${folder}/roster.csv`),
  ]).toEqual([[['CREATED']], [['CREATED']], [['UNCHANGED']]]);
  expect(await rows(sql`select head_name from household where head_name in ('项戌', '谷秀英')`)).toEqual([
    { head_name: '谷秀英' },
  ]);
});

it('21: a long note does not decide the separator', async () => {
  expect(await checked('21-csv-delimiter-from-the-notes/notes.csv')).toMatchObject({ created: 1 });
  expect(await checked('21-csv-delimiter-from-the-notes/no-notes.csv')).toMatchObject({ created: 1 });
});
