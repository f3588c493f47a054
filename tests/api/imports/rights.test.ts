import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { importRights } from '#schema/codes/imports/import-rights.ts';
import { type Right, rightsOfRole } from '#schema/codes/rights.ts';
import { organization } from '#schema/organization/organization.table.ts';
import {
  importDocuments,
  importSteps,
  newPhone,
  outcomesOf,
  type Payload,
} from '#tests/factories/lists/imports.ts';
import { pairedHeadings } from '#tests/factories/lists/roster-headings.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { uploaded } from '#tests/factories/lists/uploads.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
let accountant: Person;
beforeAll(async () => {
  accountant = await signedIn(test, 'FUND_ACCOUNTANT', countyCode);
});
const { checkFile, startBatch, bring } = importSteps(test, countyCode);

/** Cadres and organizations as they are kept. */
const records = () =>
  test.owner.db.execute(
    sql`select id, version from ${cadre} union select id, version from ${organization} order by id`,
  );

const id = residentId();
const files = {
  ROSTER: () =>
    workbook('名单.xlsx', pairedHeadings, [
      ['魏城镇', '南关村', '权测试', id, '脱贫户', '车甲仁', newPhone(), '2024-03-01'],
    ]),
  MEMBERS: () =>
    workbook(
      '成员.xlsx',
      ['户主证件号码', '姓名', '证件号码', '与户主关系'],
      [[id, '权成员', residentId(), '之子']],
    ),
  VISITS: () =>
    workbook(
      '走访.xlsx',
      ['走访日期', '走访人', '户主姓名', '户主身份证号', '走访情况'],
      [['2026-02-05', '车甲仁', '权测试', id, '一切都好']],
    ),
  FUND_DOCUMENTS: () =>
    workbook(
      '指标文.xlsx',
      ['文号', '资金级次', '指标金额（元）', '发文日期'],
      [['冀财农〔2026〕8号', '省级', '1200000', '2026-03-04']],
    ),
} as const;
const rosterWithFault = () =>
  workbook('名单.xlsx', pairedHeadings, [
    ['魏城镇', '南关村', '权测试', residentId(), '脱贫户', '车甲仁', newPhone(), '不详日'],
  ]);
const fileOf = (kind: keyof typeof files) => files[kind]();
const rightOf = (answer: { errors?: readonly { extensions: object }[] }) =>
  answer.errors?.map(({ extensions }) => {
    const { code, right } = extensions as { code: string; right?: string };
    return `${code} ${right}`;
  });

it.each(ImportKind.keys)(
  'refuses a list of kind %s to users who may not read what it is compared with, or not write what it writes',
  async (kind) => {
    const owner = kind === 'FUND_DOCUMENTS' ? accountant : desk;
    const fileId = await uploaded(test, countyCode, owner.userId, await fileOf(kind));
    const checked = (await checkFile(owner, await fileOf(kind), kind)).data;
    const batchId = checked?.checkImport.importBatch.id;
    const check = async (rights: Right[], divisionCode = countyCode) => {
      const { bearer } = await makeToken(test, { ownerId: owner.userId, divisionCode, rights });
      const input = { kind, countyCode, fileId };
      const answer = await test.send<{ checkImport: Payload }>(
        importDocuments.check,
        { input },
        null,
        bearer,
      );
      const start = await test.send(importDocuments.start, { input: { batchId } }, null, bearer);
      return [rightOf(answer)?.[0], rightOf(start)?.[0]];
    };
    const needed = importRights[kind];
    for (const missing of needed) {
      const rights = ['import.run' as const, ...needed.filter((right) => right !== missing)];
      expect(await check(rights), missing).toEqual(Array(2).fill(`FORBIDDEN ${missing}`));
    }
    expect(await check(['import.run', ...needed])).toEqual([undefined, undefined]);
  },
);

it.each([
  ['a helper on record as they are', ['车甲义', '13900010001', '魏县财政局', '科员'], ['CREATED']],
  [
    'another post of a helper',
    ['车甲义', '13900010001', '魏县财政局', '局长'],
    ['REJECTED', 'helperTitle FORBIDDEN'],
  ],
  [
    'a new organization',
    ['车甲义', '13900010001', '魏县民政局', '科员'],
    ['REJECTED', 'helperOrganization FORBIDDEN'],
  ],
  [
    'a new cadre of the county',
    ['车甲礼', '13900010002', '魏县财政局', '科员'],
    ['REJECTED', 'helperName FORBIDDEN'],
  ],
])(
  "lets a township's list say no more than its desk may write by hand: %s",
  async (_what, helper, outcome) => {
    const township = await signedIn(test, 'TOWNSHIP_REVIEWER', '130434100');
    const list = ([name = '', phone = '', ...office]: readonly string[]) =>
      workbook(
        '名单.xlsx',
        [...pairedHeadings, '帮扶单位', '帮扶责任人职务'],
        [['魏城镇', '南关村', '权测试', residentId(), '脱贫户', name, phone, '2024-03-01', ...office]],
      );
    await bring(desk, await list(['车甲义', '13900010001', '魏县财政局', '科员']));
    const stood = await records();
    const checked = await checkFile(township, await list(helper), 'ROSTER', { divisionCode: '130434100' });
    const batch = await startBatch(township, checked.data?.checkImport.importBatch.id ?? '');
    expect(outcomesOf(batch)).toEqual([outcome]);
    expect(await records()).toEqual(stood);
  },
);

it('lets each role that may import do so with the lists that are its work', () => {
  const importers = Object.entries<readonly Right[]>(rightsOfRole).filter(([, rights]) =>
    rights.includes('import.run'),
  );
  const kindsOf = (rights: readonly Right[]) =>
    ImportKind.keys.filter((kind) => importRights[kind].every((right) => rights.includes(right)));
  expect(Object.fromEntries(importers.map(([role, rights]) => [role, kindsOf(rights)]))).toEqual({
    COUNTY_DESK: ['ROSTER', 'MEMBERS', 'VISITS'],
    TOWNSHIP_REVIEWER: ['ROSTER', 'MEMBERS', 'VISITS'],
    FUND_ACCOUNTANT: ['FUND_DOCUMENTS'],
  });
});

it('shows cells of a list only to who may import such a list', async () => {
  const batch = await bring(desk, await rosterWithFault());
  const values = async (who: Person) => {
    const answer = await test.send<{
      importBatch: { rows: { nodes: { errors: { code: string; value: string | null }[] }[] } };
    }>(
      'query ($id: ID!) { importBatch(id: $id) { rows { nodes { errors { code value } } } } }',
      { id: batch.id },
      who.session,
    );
    return answer.data?.importBatch.rows.nodes.flatMap(({ errors }) => errors);
  };
  expect(await values(desk)).toEqual([{ code: 'DATE_INVALID', value: '不详日' }]);
  expect(await values(accountant)).toEqual([{ code: 'DATE_INVALID', value: null }]);
});
