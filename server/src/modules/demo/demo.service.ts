import { loadCounties } from '#modules/county/county.service.ts';
import { hashPassword } from '#modules/identity/password.ts';
import { oneTimePassword } from '#modules/identity/secret.ts';
import { record } from '#platform/audit.ts';
import { BootError } from '#platform/boot-error.ts';
import { addDays, today } from '#platform/clock.ts';
import type { Context, WorkContext } from '#platform/context.ts';
import { withTransaction } from '#platform/transaction.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import {
  household,
  householdCategory,
  householdIncome,
  householdRisk,
} from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { appUser, userGrant } from '#schema/identity/identity.table.ts';
import { organization } from '#schema/organization/organization.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import {
  dutyExcuse,
  problem,
  problemStep,
  visit,
  visitCheck,
  visitVersion,
} from '#schema/visit/visit.table.ts';
import { type DemoCounty, makeCounty, minDays } from './demo.county.ts';
import { applySettings, findPlaces, findTaken, hasHouseholds, insertAll } from './demo.queries.ts';
import { createRandom } from './demo.random.ts';
import { pinyinOnce, sealCadre, sealHousehold, sealMember } from './demo.seal.ts';
import type { DemoUser } from './demo.users.ts';

/** Wei County: its divisions are real, all else is made up. */
export const demoCounty = '130434';
const defaultSeed = 'bangfu';

export interface DemoResult {
  readonly counts: Readonly<Record<string, number>>;
  readonly users: readonly DemoUser[];
  /** Of all accounts of the demo; there is no second chance to read it. */
  readonly password: string;
}

/** There are households of the county already, and nobody wants invented ones between them. */
export class DemoRefused extends BootError {
  override readonly name = 'DemoRefused';
}

/** Loads the demo county as a whole or not at all. */
export async function loadDemo(
  ctx: Context,
  { seed = defaultSeed, progress = (_step: string) => {} } = {},
): Promise<DemoResult> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return withTransaction(ctx, async (work) => {
    if (await hasHouseholds(work, demoCounty)) {
      throw new DemoRefused(
        '数据库中已有魏县的农户，未载入演示数据。请换一个空的数据文件夹（BANGFU_DATA）。',
        'This database already holds households of Wei County; the demo was not loaded. Choose an empty data folder (BANGFU_DATA).',
      );
    }
    progress('行政区划 / divisions');
    await loadCounties(work, [demoCounty]);
    await applySettings(work, demoCounty, { maxLoad: 12, minDays, deadlineDays: 15 });
    const now = ctx.clock.now().toISOString();
    const frame = { countyCode: demoCounty, today: today(ctx.clock), now };
    const made = makeCounty(seed, await readPlaces(work), frame);
    const random = createRandom(`${seed} rows`);
    const nextId = () => random.id(now);
    await storeUsers(work, made.users, passwordHash, { ...frame, nextId });
    await storePeople(work, made, nextId, progress);
    await storeVisits(work, made, progress);
    const counts = countsOf(made);
    record(work, {
      countyCode: demoCounty,
      action: 'loadDemo',
      entity: 'County',
      entityId: demoCounty,
      after: counts,
    });
    return { counts, users: made.users, password };
  });
}

async function readPlaces(work: WorkContext) {
  const places = await findPlaces(work, demoCounty);
  return {
    townships: places.filter(({ level }) => level === 'TOWNSHIP'),
    villages: places.filter(({ level }) => level === 'VILLAGE'),
  };
}

async function storeUsers(
  work: WorkContext,
  users: readonly DemoUser[],
  passwordHash: string,
  { today: day, now, nextId }: { today: string; now: string; nextId: () => string },
): Promise<void> {
  const [taken] = await findTaken(
    work,
    users.map(({ username }) => username),
  );
  if (taken !== undefined) {
    throw new DemoRefused(
      `已有名为 ${taken} 的账号，未载入演示数据。`,
      `There is an account ${taken} already; the demo was not loaded.`,
    );
  }
  const pinyin = pinyinOnce();
  const fields = { passwordHash, passwordChangedAt: now, createdAt: now };
  const rows = users.map(({ role: _, cadreId: __, ...user }) => ({
    ...user,
    ...fields,
    pinyin: pinyin(user.displayName),
  }));
  await insertAll(work, appUser, rows);
  const grants = users.map(({ id, role, divisionCode }) => ({
    id: nextId(),
    userId: id,
    role,
    divisionCode,
    fromOn: addDays(day, -1),
    createdAt: now,
  }));
  await insertAll(work, userGrant, grants);
}

async function storePeople(
  work: WorkContext,
  { organizations, cadres, households, pairings, users }: DemoCounty,
  nextId: () => string,
  progress: (step: string) => void,
): Promise<void> {
  progress('干部与农户 / cadres and households');
  const pinyin = pinyinOnce();
  const accounts = new Map(users.map(({ cadreId, id }) => [cadreId, id]));
  const offices = organizations.map(({ divisionCode: _, ...row }) => ({ ...row, pinyin: pinyin(row.name) }));
  await insertAll(work, organization, offices);
  const posts = cadres.map((it) => sealCadre(work, pinyin, it, accounts.get(it.id) ?? null));
  await insertAll(work, cadre, posts);
  await insertAll(
    work,
    household,
    households.map((it) => sealHousehold(work, pinyin, it)),
  );
  const people = households.flatMap(({ members }) => members.map((it) => sealMember(work, pinyin, it)));
  await insertAll(work, member, people);
  progress('类别、风险、收入与结对 / categories, risks, incomes and pairings');
  const ofHouseholds = <R extends object>(rowsOf: (household: DemoCounty['households'][number]) => R[]) =>
    households.flatMap((it) => {
      const { countyCode, id: householdId, villageCode } = it;
      return rowsOf(it).map((row) => ({ ...row, id: nextId(), countyCode, householdId, villageCode }));
    });
  await insertAll(
    work,
    householdCategory,
    ofHouseholds(({ spans }) => spans),
  );
  await insertAll(
    work,
    householdRisk,
    ofHouseholds(({ risks }) => risks),
  );
  await insertAll(
    work,
    householdIncome,
    ofHouseholds(({ incomes }) => incomes),
  );
  // A pairing points at the one it took over from, which therefore goes first.
  await insertAll(work, pairing, pairings);
}

async function storeVisits(
  work: WorkContext,
  made: DemoCounty,
  progress: (step: string) => void,
): Promise<void> {
  progress('走访与问题 / visits and problems');
  await insertAll(work, visit, made.visits);
  await insertAll(work, visitVersion, made.versions);
  await insertAll(work, visitCheck, made.checks);
  await insertAll(work, problem, made.problems);
  await insertAll(work, problemStep, made.steps);
  await insertAll(work, dutyExcuse, made.excuses);
}

function countsOf({ households, users: _, ...made }: DemoCounty): Record<string, number> {
  const members = households.reduce((sum, it) => sum + it.members.length, 0);
  const villages = new Set(households.map(({ villageCode }) => villageCode)).size;
  const lengths = Object.entries(made).map(([name, list]) => [name, list.length]);
  return { villages, households: households.length, members, ...Object.fromEntries(lengths) };
}
