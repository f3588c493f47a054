import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { foldFormerNames } from '#platform/people/fold-former-names.ts';
import { namedTables } from '#server/boot/named-tables.ts';
import { importSteps, newPhone, outcomesOf, roster } from '#tests/factories/lists/imports.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const { bring } = importSteps(test, countyCode);
const id = residentId('19600101');
const phone = newPhone();
let desk: Person;

const rows = (query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> =>
  test.owner.db.execute(query);
const fold = (signal = new AbortController().signal) =>
  foldFormerNames(test.app.systemContext(), namedTables, signal);
const isDone = () => rows(sql`select value from app_meta where key = 'folded names'`);
async function found(list: string, field: string, search: string): Promise<unknown[]> {
  const answer = await test.send<Record<string, { nodes: Record<string, unknown>[] }>>(
    `query ($search: String!) { ${list}(filter: { search: $search }) { nodes { ${field} } } }`,
    { search },
    desk.session,
  );
  expect(answer.errors).toBeUndefined();
  return (answer.data?.[list]?.nodes ?? []).map((node) => node[field]);
}

/** Names as releases before folding stored them. */
beforeAll(async () => {
  await loadCounties(test, countyCode);
  desk = await signedIn(test, 'COUNTY_DESK', countyCode);
  await bring(
    desk,
    await roster({ name: '旧户', id, helper: '旧干部', phone, unit: '魏县旧局' }, { name: '张新户' }),
  );
  const odd = '努尔．买买提';
  await rows(sql`update household set head_name = ${odd}, head_pinyin = 'x' where head_name = '旧户'`);
  await rows(sql`update member set name = ${odd}, pinyin = 'x' where name = '旧户'`);
  await rows(sql`update cadre set name = '李　旧', pinyin = 'x' where name = '旧干部'`);
  await rows(sql`update organization set name = '魏县\u200b水务局', pinyin = 'x' where name = '魏县旧局'`);
});

it('folds former names in batches with their search keys, each with an audit row, and only once', async () => {
  const stopped = new AbortController();
  stopped.abort();
  expect(await fold(stopped.signal)).toEqual({ folded: 0, failed: 0 });
  expect(await isDone()).toEqual([]);
  expect(await found('households', 'headName', '努尔·买买提')).toEqual([]);
  expect(await fold()).toEqual({ folded: 4, failed: 0 });
  expect(await found('households', 'headName', '努尔·买买提')).toEqual(['努尔·买买提']);
  expect(await found('households', 'headName', 'nuer')).toEqual(['努尔·买买提']);
  expect(await found('members', 'name', '努尔·买')).toEqual(['努尔·买买提']);
  expect(await found('cadres', 'name', '李旧')).toEqual(['李旧']);
  expect(await found('organizations', 'name', '魏县水务局')).toEqual(['魏县水务局']);
  expect(
    await rows(sql`select entity, before::json ->> 'version' as was, after::json ->> 'version' as is from audit_event
      where action = 'foldNames' order by entity`),
  ).toEqual(
    ['Cadre', 'Household', 'Member', 'Organization'].map((entity) => ({ entity, was: '1', is: '2' })),
  );
  expect(await isDone()).toEqual([{ value: 'done' }]);
  expect(await fold()).toBeNull();
  // An import today finds all of them.
  const again = await roster({ name: '努尔·买买提', id, helper: '李旧', phone, unit: '魏县水务局' });
  expect(outcomesOf(await bring(desk, again))).toEqual([['UNCHANGED']]);
});

it('leaves a name whose folded form another organization has, continues with the others, and tries it again', async () => {
  await rows(sql`delete from app_meta where key = 'folded names'`);
  await bring(
    desk,
    await roster(
      { name: '甲户', unit: '魏县档案局' },
      { name: '乙户', unit: '魏县农业局' },
      { name: '丙户', unit: '魏县气象局' },
    ),
  );
  await rows(sql`update organization set name = '魏县 档案局' where name = '魏县农业局'`);
  await rows(sql`update organization set name = '魏县 气象局' where name = '魏县气象局'`);
  expect(await fold()).toEqual({ folded: 1, failed: 1 });
  expect(await isDone()).toEqual([]);
  expect(await fold()).toEqual({ folded: 0, failed: 1 });
  const [verified] = await rows(sql`select count(*)::int from audit_event where action = 'foldNames'`);
  expect(verified).toEqual({ count: 5 });
});
