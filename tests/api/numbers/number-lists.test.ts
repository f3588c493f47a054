import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { importRights } from '#schema/codes/imports/import-rights.ts';
import { numberSearch } from '#schema/identity/rate-limit.table.ts';
import { type Batch, importDocuments, type Payload, rosterHeadings } from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { uploaded } from '#tests/factories/lists/uploads.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const rateLimits = { tokenPoints: 1e9, userPoints: 1e9, numberSearches: 5 };
const test = testApp(async () => ({ rateLimits }));
const countyCode = '130434';
let desk: Person;
let bearer: Record<string, string>;

beforeAll(() => loadCounties(test, countyCode));
beforeEach(async () => {
  test.clock.set(startOfTests);
  desk = await signedIn(test, 'COUNTY_DESK', countyCode);
  const rights = ['import.run' as const, ...Object.values(importRights).flat()];
  ({ bearer } = await makeToken(test, { ownerId: desk.userId, divisionCode: countyCode, rights }));
});

type Line = readonly (string | null)[];
const sheet = (headings: readonly string[], lines: readonly Line[]) => workbook('名单.xlsx', headings, lines);
const members = (...lines: Line[]) =>
  sheet(['户主证件号码', '户编号', '姓名', '证件类型', '证件号码', '出生日期', '与户主关系', '电话'], lines);
const visits = (...lines: Line[]) =>
  sheet(['走访日期', '走访人', '走访人电话', '户主姓名', '户主身份证号', '户主出生日期', '走访情况'], lines);
const roster = (...lines: Line[]) =>
  sheet(
    [...rosterHeadings, '电话'],
    lines.map(
      ([name, id, helpers, phones, own]) =>
        [
          ...['魏城镇', '南关村', name, id, '脱贫户', helpers, phones, '魏县水利局', '2024-03-01', own],
        ] as Line,
    ),
  );

/** The dry run of a list, by a token or a person. */
async function check(
  kind: string,
  file: ReturnType<typeof sheet>,
  by: 'TOKEN' | Person = 'TOKEN',
): Promise<Batch> {
  const fileId = await uploaded(test, countyCode, desk.userId, await file);
  const document = `mutation ($input: CheckImportInput!) { checkImport(input: $input) { importBatch { id } } }`;
  const taken = await test.send<{ checkImport: Payload }>(
    document,
    { input: { kind, countyCode, fileId } },
    by === 'TOKEN' ? null : by.session,
    by === 'TOKEN' ? bearer : {},
  );
  await test.app.jobs.drain();
  const id = taken.data?.checkImport.importBatch.id;
  const { data } = await test.send<Payload>(importDocuments.read, { id }, desk.session);
  if (!data) throw new Error(JSON.stringify(taken.errors));
  return data.importBatch;
}

async function searched(): Promise<number> {
  const [row] = await test.owner.db.select().from(numberSearch).where(eq(numberSearch.userId, desk.userId));
  return row?.inHour ?? 0;
}
/** Number searches of the acting user in the audit trail. */
async function noted(): Promise<string[]> {
  const mine = and(eq(auditEvent.action, 'searchByNumber'), eq(auditEvent.actorId, desk.userId));
  const rows = await test.owner.db.select().from(auditEvent).where(mine);
  return rows.map(({ after }) => JSON.parse(after ?? '{}').kind as string).sort();
}

it.each([
  [
    'the head and a helper of a roster',
    'ROSTER',
    () => roster(['甲', residentId(), '乙', '13800009001', null]),
    ['PHONE', 'RESIDENT_ID'],
  ],
  [
    'both helpers of a cell',
    'ROSTER',
    () => roster(['甲', residentId(), '乙一、丙二', '13800009002、13800009003', null]),
    ['PHONE', 'PHONE', 'RESIDENT_ID'],
  ],
  [
    'a phone that a program took for an amount',
    'ROSTER',
    () => roster(['甲', residentId(), '乙', '13800009004.0', null]),
    ['PHONE', 'RESIDENT_ID'],
  ],
  [
    'no phone of a household',
    'ROSTER',
    () => roster(['甲', residentId(), '乙', null, '13800009005']),
    ['RESIDENT_ID'],
  ],
  [
    'the same person once',
    'ROSTER',
    () =>
      roster(
        ['甲', residentId(), '乙', '13800009006', null],
        ['丁', residentId(), '乙', '13800009006', null],
      ),
    ['PHONE', 'RESIDENT_ID', 'RESIDENT_ID'],
  ],
  [
    'the head and the visitor of a visit',
    'VISITS',
    () => visits(['2026-10-09', '乙', '13800009007', '甲', residentId(), null, '正常']),
    ['PHONE', 'RESIDENT_ID'],
  ],
  [
    'a head by name and birth date',
    'VISITS',
    () => visits(['2026-10-09', '乙', null, '甲', null, '1950-03-04', '正常']),
    ['NAME_AND_BIRTH'],
  ],
  [
    'the head and the member',
    'MEMBERS',
    () => members([residentId(), null, '己', '身份证', residentId(), null, '之子', null]),
    ['RESIDENT_ID', 'RESIDENT_ID'],
  ],
  [
    'a member without a number',
    'MEMBERS',
    () => members([residentId(), null, '己', '暂无证件', null, '2026-08-01', '之子', null]),
    ['NAME_AND_BIRTH', 'RESIDENT_ID'],
  ],
  [
    'the head whom a row above names that cannot be read',
    'MEMBERS',
    () =>
      members(
        [null, '01-7', '甲', '身份证', residentId(), null, '户主', '不详的电话'],
        [null, '01-7', '己', '身份证', residentId(), null, '之子', null],
      ),
    ['RESIDENT_ID', 'RESIDENT_ID'],
  ],
  [
    'nobody in a row that cannot be read',
    'ROSTER',
    () => roster(['甲', residentId(), '乙', '不详的电话', null], ['甲', '130499', '乙', '13800009008', null]),
    [],
  ],
] as const)("counts as number searches in a token's list: %s", async (_what, kind, list, kinds) => {
  expect((await check(kind, list())).status).toBe('CHECKED');
  expect(await noted()).toEqual(kinds);
  expect(await searched()).toBe(kinds.length);
});

it('tells nothing about rows beyond the budget, and counts none for users who may see unmasked numbers', async () => {
  const rows = (count: number) =>
    members(
      ...Array.from(
        { length: count },
        (): Line => [residentId(), null, '己', '身份证', residentId(), null, '之子', null],
      ),
    );
  expect(await check('MEMBERS', rows(2))).toMatchObject({ status: 'CHECKED', total: 2 });
  expect(await searched()).toBe(4);
  const refused = await check('MEMBERS', rows(1));
  expect(refused).toMatchObject({ status: 'FAILED', failure: 'RATE_LIMITED', total: 0 });
  expect(refused.rows.nodes).toEqual([]);
  expect(await check('MEMBERS', rows(40), desk)).toMatchObject({ status: 'CHECKED', total: 40 });
  expect(await searched()).toBe(4);
});
