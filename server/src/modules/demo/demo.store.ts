import { addDays } from '#platform/core/clock.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import {
  household,
  householdCategory,
  householdIncome,
  householdRisk,
} from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { appUser, userGrant } from '#schema/identity/identity.table.ts';
import { usernameSkeleton } from '#schema/identity/username-skeleton.ts';
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
import type { DemoCounty } from './demo.county.ts';
import { insertRows, noteEach } from './demo.queries.ts';
import { pinyinOnce, sealCadre, sealHousehold, sealMember } from './demo.seal.ts';
import type { DemoUser } from './people/demo.users.ts';

export async function storeUsers(
  work: WorkContext,
  users: readonly DemoUser[],
  passwordHash: string,
  { today: day, now, nextId }: { today: string; now: string; nextId: () => string },
): Promise<void> {
  const pinyin = pinyinOnce();
  const fields = { passwordHash, passwordChangedAt: now, createdAt: now };
  const rows = users.map(({ role: _, cadreId: __, ...user }) => ({
    ...user,
    ...fields,
    pinyin: pinyin(user.displayName),
    usernameSkeleton: usernameSkeleton(user.username),
  }));
  await insertRows(work, appUser, rows);
  const grants = users.map(({ id, role, divisionCode }) => ({
    id: nextId(),
    userId: id,
    role,
    divisionCode,
    fromOn: addDays(day, -1),
    createdAt: now,
  }));
  await insertRows(work, userGrant, grants);
}

export async function storePeople(
  work: WorkContext,
  { organizations, cadres, households, pairings, users }: DemoCounty,
  nextId: () => string,
  progress: (step: string) => void,
): Promise<void> {
  progress('干部与农户 / cadres and households');
  const pinyin = pinyinOnce();
  const accounts = new Map(users.map(({ cadreId, id }) => [cadreId, id]));
  const offices = organizations.map(({ divisionCode: _, ...row }) => ({ ...row, pinyin: pinyin(row.name) }));
  await insertRows(work, organization, offices);
  const posts = cadres.map((it) => sealCadre(work, pinyin, it, accounts.get(it.id) ?? null));
  await insertRows(work, cadre, posts);
  await insertRows(
    work,
    household,
    households.map((it) => sealHousehold(work, pinyin, it)),
  );
  const people = households.flatMap(({ members }) => members.map((it) => sealMember(work, pinyin, it)));
  await insertRows(work, member, people);
  progress('类别、风险、收入与结对 / categories, risks, incomes and pairings');
  const ofHouseholds = <R extends object>(rowsOf: (household: DemoCounty['households'][number]) => R[]) =>
    households.flatMap((it) => {
      const { countyCode, id: householdId, villageCode } = it;
      return rowsOf(it).map((row) => ({ ...row, id: nextId(), countyCode, householdId, villageCode }));
    });
  await insertRows(
    work,
    householdCategory,
    ofHouseholds(({ spans }) => spans),
  );
  await insertRows(
    work,
    householdRisk,
    ofHouseholds(({ risks }) => risks),
  );
  await insertRows(
    work,
    householdIncome,
    ofHouseholds(({ incomes }) => incomes),
  );
  // A pairing refers to the one it took over from, which is therefore inserted first.
  await insertRows(work, pairing, pairings);
}

export async function storeVisits(
  work: WorkContext,
  made: DemoCounty,
  progress: (step: string) => void,
): Promise<void> {
  progress('走访与问题 / visits and problems');
  await insertRows(work, visit, made.visits);
  await insertRows(work, visitVersion, made.versions);
  noteEach(work, visitVersion, made.versions, made.visits, ({ visitId }) => visitId);
  await insertRows(work, visitCheck, made.checks);
  await insertRows(work, problem, made.problems);
  await insertRows(work, problemStep, made.steps);
  noteEach(work, problemStep, made.steps, made.problems, ({ problemId }) => problemId);
  await insertRows(work, dutyExcuse, made.excuses);
}
