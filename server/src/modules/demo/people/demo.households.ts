import { monitoredCategories } from '#schema/codes/household.codes.ts';
import type { MemberLeaveReason } from '#schema/codes/settings.codes.ts';
import type { household } from '#schema/household/household.table.ts';
import { daysAgo, momentOn } from '../demo.calendar.ts';
import type { Random } from '../demo.random.ts';
import { type CategorySpan, type DemoRisk, makeStanding } from './demo.categories.ts';
import { makeFamily } from './demo.family.ts';
import { type DemoIncome, makeIncomes } from './demo.incomes.ts';
import { type DemoMember, makeMember } from './demo.members.ts';
import { surnameBy } from './demo.names.ts';
import type { Numbers } from './demo.people.ts';

export interface DemoVillage {
  readonly code: string;
  readonly shortName: string;
}

type HouseholdRow = typeof household.$inferInsert;
type SealedColumn = 'headPinyin' | 'headIdMasked' | 'phoneCipher' | 'phoneHash' | 'phoneMasked';

/** A household before its personal data are sealed, with all that belongs to it. */
export type DemoHousehold = Omit<HouseholdRow, SealedColumn> & {
  readonly headResidentId: string;
  readonly phone: string | null;
  readonly status: 'ACTIVE' | 'MOVED' | 'CLOSED';
  readonly closedOn: string | null;
  readonly members: DemoMember[];
  readonly spans: CategorySpan[];
  readonly risks: DemoRisk[];
  readonly incomes: DemoIncome[];
};

export interface Frame {
  readonly countyCode: string;
  readonly today: string;
  /** The moment of loading. */
  readonly now: string;
}

const monitored = new Set<string>(monitoredCategories);

/** The households of one village; its families share a few surnames. */
export function makeHouseholds(
  random: Random,
  numbers: Numbers,
  village: DemoVillage,
  frame: Frame,
): DemoHousehold[] {
  const surnames = Array.from({ length: random.int(3, 6) }, () => surnameBy(random));
  return Array.from({ length: random.int(22, 53) }, (_, place) => {
    const surname = random.chance(0.8) ? random.pick(surnames) : surnameBy(random);
    const number = `99${village.code.slice(6)}${String(place + 1).padStart(4, '0')}`;
    return { ...makeHousehold(random, numbers, village, surname, frame), number };
  });
}

function makeHousehold(
  random: Random,
  numbers: Numbers,
  village: DemoVillage,
  surname: string,
  { countyCode, today, now }: Frame,
): DemoHousehold {
  const createdAt = momentOn(random, daysAgo(random, today, 940, 910), now);
  const id = random.id(createdAt);
  const place = { countyCode, householdId: id, villageCode: village.code, createdAt };
  const family = makeFamily(random, numbers, surname, today);
  const members = family.map((person) => makeMember(random, numbers, person, place));
  const [head] = members;
  if (!head) throw new Error('a family without a head');
  const standing = makeStanding(random, members, today);
  const isMonitored = monitored.has(standing.category);
  grantDibao(random, members, isMonitored);
  const status = random.weighted({ ACTIVE: 990, MOVED: 5, CLOSED: 5 });
  const closedOn = status === 'ACTIVE' ? null : daysAgo(random, today, 200, 10);
  for (const person of members) Object.assign(person, leaveOf(random, person, closedOn, today));
  const group = random.int(1, 8);
  return {
    countyCode,
    id,
    villageCode: village.code,
    groupName: `第${'一二三四五六七八'.charAt(group - 1)}村民小组`,
    address: `${village.shortName}${random.pick(['东', '西', '南', '北', '中'])}街${random.int(1, 98)}号`,
    headName: head.name,
    headResidentId: head.residentId,
    size: members.filter((person) => closedOn || !person.leftOn).length + (random.chance(0.05) ? 1 : 0),
    phone: head.phone ?? (random.chance(0.92) ? numbers.phone() : null),
    category: standing.category,
    status,
    closedOn,
    note: null,
    createdAt,
    members,
    spans: standing.spans,
    risks: standing.risks,
    incomes: makeIncomes(random, members, isMonitored, Number(today.slice(0, 4))),
  };
}

/** The minimum living allowance goes to whole families here. */
function grantDibao(random: Random, members: DemoMember[], isMonitored: boolean): void {
  const isWeak = !members.some(({ workMonths }) => workMonths !== null);
  if (!random.chance(isWeak ? 0.8 : isMonitored ? 0.15 : 0.03)) return;
  for (const person of members) person.hasDibao = true;
}

/** Some have died or married since; with the household all leave the register. */
function leaveOf(random: Random, person: DemoMember, closedOn: string | null, today: string) {
  const { relation, age } = person;
  const reason: MemberLeaveReason | null =
    (relation === 'FATHER' || relation === 'MOTHER') && random.chance(0.05)
      ? 'DEATH'
      : relation === 'DAUGHTER' && age >= 22 && random.chance(0.12)
        ? 'MARRIED_OUT'
        : null;
  if (reason) return { leftOn: daysAgo(random, today, 420, 220), leftReason: reason };
  return { leftOn: closedOn, leftReason: closedOn ? 'HOUSEHOLD_CLOSED' : null };
}
