import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { dutyExcuse } from '#schema/visit/visit.table.ts';
import { consoleApp, countyCode, expectAccessible, visit } from '#tests/browser/setup/console.ts';
import { anyVillage } from '#tests/factories/places/national-divisions.ts';
import { type MadeCadre, makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { makeVisit } from '#tests/factories/register/visits.ts';

const app = consoleApp();
let villageCode = '';
let cadre: MadeCadre;
const homes = new Map<
  string,
  { household: MadeHousehold; pairing: Awaited<ReturnType<typeof makePairing>> }
>();

beforeAll(async () => {
  if (!app.canRun) return;
  villageCode = await anyVillage(app.test);
  cadre = await makeCadre(app.test, { countyCode, name: '甲干部' });
  for (const headName of ['方一一', '方一二', '方一三']) {
    const household = await makeHousehold(app.test, { villageCode, headName });
    homes.set(headName, {
      household,
      pairing: await makePairing(app.test, { household, cadre, villageCode }),
    });
  }
});

it('lists the duties concerned, and keeps each result until it is read', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ expected: /status of 4/, as: await app.person('COUNTY_DESK') });
  await visit(page, '/duties');
  for (const name of ['方一一', '方一二'])
    await page.getByRole('row', { name }).getByRole('checkbox').check();
  await page.getByText('已选 2 项').waitFor();
  await page.locator('.RaBulkActionsToolbar-toolbar').getByRole('button', { name: '免访' }).click();
  const dialog = page.getByRole('dialog', { name: '免访登记（2 户）' });
  const stake = dialog.getByRole('region', { name: '涉及 2 项任务' });
  await stake.getByText('方一一').waitFor();
  await stake.getByText('方一二').waitFor();
  expect(await stake.getByText('方一三').count()).toBe(0);
  await expectAccessible(page);
  await dialog.getByRole('combobox', { name: '免访原因' }).click();
  await page.getByRole('option').first().click();
  // Another user has logged a visit meanwhile.
  const visited = homes.get('方一一');
  if (!visited) throw new Error('not made');
  await makeVisit(app.test, { ...visited, cadre, visitedOn: '2026-11-09', villageCode });
  await dialog.getByRole('button', { name: '免访' }).click();
  const result = page.getByRole('dialog', { name: '免访登记结果' });
  await result.getByText('成功 1 户，未成功 1 户').waitFor();
  await result.getByRole('row', { name: /方一二.*已免访/ }).waitFor();
  await expectAccessible(page);
  await page.mouse.click(5, 5);
  await visit(page, '/households');
  await result.getByText('成功 1 户，未成功 1 户').waitFor();
  await result.getByRole('button', { name: '关闭' }).click();
  await result.waitFor({ state: 'detached' });
  const { db } = app.test.owner;
  const excused = async (name: string) =>
    (
      await db
        .select()
        .from(dutyExcuse)
        .where(eq(dutyExcuse.householdId, homes.get(name)?.household.id ?? ''))
    ).length;
  expect([await excused('方一一'), await excused('方一二'), await excused('方一三')]).toEqual([0, 1, 0]);
});
