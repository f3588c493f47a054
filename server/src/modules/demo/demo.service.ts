import { countyEntity } from '#modules/county/county.entity.ts';
import { loadCounties } from '#modules/county/county.service.ts';
import { hashPassword } from '#modules/identity/account/password.ts';
import { oneTimePassword } from '#modules/identity/session/secret.ts';
import { BootError } from '#platform/core/boot-error.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { freshenStatistics } from '#platform/write/bulk.ts';
import { auditAct } from '#platform/write/trail.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { type DemoCounty, makeCounty, minDays } from './demo.county.ts';
import { applySettings, findPaths, findPlaces, findTaken, hasHouseholds } from './demo.queries.ts';
import { createRandom } from './demo.random.ts';
import { storePeople, storeUsers, storeVisits } from './demo.store.ts';
import { storeDocuments } from './money/demo.documents.ts';
import { makePolicies, storePolicies } from './money/demo.policies.ts';
import type { DemoUser } from './people/demo.users.ts';

/** Wei County: its divisions are real, everything else is invented. */
export const demoCounty = '130434';
const defaultSeed = 'bangfu';

export interface DemoResult {
  readonly counts: Readonly<Record<string, number>>;
  readonly users: readonly (DemoUser & { readonly place: string })[];
  /** Password of all accounts of the demo; it cannot be read again. */
  readonly password: string;
}

/** The county has households already, and invented ones must not be mixed in. */
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
  const loaded = await withTransaction(ctx, async (work) => {
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
    await refuseTaken(work, made.users);
    await storeUsers(work, made.users, passwordHash, { ...frame, nextId });
    await storePeople(work, made, nextId, progress);
    await storeVisits(work, made, progress);
    progress('资金文件与项目 / fund documents and projects');
    const villages = [...new Set(made.households.map(({ villageCode }) => villageCode))];
    await storeDocuments(work, villages, { ...frame, nextId });
    await storePolicies(work, makePolicies(frame, nextId));
    const counts = countsOf(made);
    auditAct(work, countyEntity, { countyCode: demoCounty }, { action: 'loadDemo', after: counts });
    const paths = await findPaths(
      work,
      made.users.map(({ divisionCode }) => divisionCode),
    );
    const users = made.users.map((user) => ({ ...user, place: paths.get(user.divisionCode) ?? '' }));
    return { counts, users, password };
  });
  await freshenStatistics(ctx);
  return loaded;
}

async function readPlaces(work: WorkContext) {
  const places = await findPlaces(work, demoCounty);
  return {
    townships: places.filter(({ level }) => level === 'TOWNSHIP'),
    villages: places.filter(({ level }) => level === 'VILLAGE'),
  };
}

async function refuseTaken(work: WorkContext, users: readonly DemoUser[]): Promise<void> {
  const [taken] = await findTaken(
    work,
    users.map(({ username }) => username),
  );
  if (taken === undefined) return;
  throw new DemoRefused(
    `已有名为 ${taken} 的账号，未载入演示数据。`,
    `There is an account ${taken} already; the demo was not loaded.`,
  );
}

function countsOf({ households, users: _, ...made }: DemoCounty): Record<string, number> {
  const members = households.reduce((sum, it) => sum + it.members.length, 0);
  const villages = new Set(households.map(({ villageCode }) => villageCode)).size;
  const lengths = Object.entries(made).map(([name, list]) => [name, list.length]);
  return { villages, households: households.length, members, ...Object.fromEntries(lengths) };
}
