import { beforeAll, expect, it } from 'vitest';
import { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { importRights } from '#schema/codes/imports/import-rights.ts';
import { type Right, rightsOfRole } from '#schema/codes/rights.ts';
import { importDocuments, importSteps, newPhone, type Payload } from '#tests/factories/lists/imports.ts';
import { pairedHeadings } from '#tests/factories/lists/roster-headings.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { uploaded } from '#tests/factories/lists/uploads.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const { checkFile } = importSteps(test, countyCode);
let desk: Person;

beforeAll(async () => {
  await loadCounties(test, countyCode);
  desk = await signedIn(test, 'COUNTY_DESK', countyCode);
});

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
} as const;
const fileOf = (kind: keyof typeof files) => files[kind]();
const rightOf = (answer: { errors?: readonly { extensions: object }[] }) =>
  answer.errors?.map(({ extensions }) => {
    const { code, right } = extensions as { code: string; right?: string };
    return `${code} ${right}`;
  });

it.each(ImportKind.keys)(
  'refuses a list of kind %s to users who may not read what it is compared with',
  async (kind) => {
    const fileId = await uploaded(test, countyCode, desk.userId, await fileOf(kind));
    const checked = (await checkFile(desk, await fileOf(kind), kind)).data;
    const batchId = checked?.checkImport.importBatch.id;
    const check = async (rights: Right[], divisionCode = countyCode) => {
      const { bearer } = await makeToken(test, { ownerId: desk.userId, divisionCode, rights });
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

it('gives every role that may import the rights to read what lists are compared with', () => {
  const importers = Object.entries<readonly Right[]>(rightsOfRole).filter(([, rights]) =>
    rights.includes('import.run'),
  );
  expect(importers.map(([role]) => role)).toEqual(['COUNTY_DESK', 'TOWNSHIP_REVIEWER']);
  for (const [, rights] of importers)
    expect(rights).toEqual(expect.arrayContaining(Object.values(importRights).flat()));
});
