import type { cadre } from '#schema/cadre/cadre.table.ts';
import type { PoliticalStatus } from '#schema/codes/people/person.codes.ts';
import { daysAgo, momentOn } from '../demo.calendar.ts';
import type { Random } from '../demo.random.ts';
import type { DemoVillage, Frame } from './demo.households.ts';
import { givenNameBy, surnameBy } from './demo.names.ts';
import type { DemoOrganization, DemoTownship } from './demo.organizations.ts';
import type { Numbers } from './demo.people.ts';

type SealedColumn = 'pinyin' | 'phoneCipher' | 'phoneHash' | 'phoneMasked';

/** A cadre before the phone is sealed. */
export type DemoCadre = Omit<typeof cadre.$inferInsert, SealedColumn> & {
  readonly phone: string;
  readonly status: 'ACTIVE' | 'LEFT';
  readonly leftOn: string | null;
  /** How reliably this cadre makes the visits that are due, relative to others. */
  readonly diligence: number;
};

interface Post {
  readonly divisionCode: string;
  readonly organizationId: string | null;
  readonly titles: readonly string[];
  readonly partyShare: number;
}

const titles = {
  county: ['科员', '副科长', '科长', '主任科员', '驻村队员', '第一书记'],
  township: ['组织委员', '党委委员', '武装部长', '农业综合服务中心主任', '科员', '包村干部'],
  village: ['村党支部书记', '村委会主任', '村会计', '妇联主席', '村委委员'],
} as const;

/** About four hundred: half from the county's offices, the others from townships and villages. */
export function makeCadres(
  random: Random,
  numbers: Numbers,
  organizations: readonly DemoOrganization[],
  townships: readonly DemoTownship[],
  villages: readonly DemoVillage[],
  frame: Frame,
): DemoCadre[] {
  const offices = organizations.filter(({ divisionCode }) => divisionCode === frame.countyCode);
  const posts: Post[] = Array.from({ length: 146 }, (_, place) => ({
    divisionCode: frame.countyCode,
    organizationId: offices[place % offices.length]?.id ?? null,
    titles: titles.county,
    partyShare: 0.8,
  }));
  for (const { code } of townships) {
    const organizationId = organizations.find(({ divisionCode }) => divisionCode === code)?.id ?? null;
    const post = { divisionCode: code, organizationId, titles: titles.township, partyShare: 0.85 };
    posts.push(...Array.from({ length: 6 }, () => post));
  }
  for (const { code } of villages) {
    const post = { divisionCode: code, organizationId: null, titles: titles.village, partyShare: 0.65 };
    posts.push(...Array.from({ length: random.int(1, 2) }, () => post));
  }
  return posts.map((post) => makeCadre(random, numbers, post, frame));
}

function makeCadre(
  random: Random,
  numbers: Numbers,
  { divisionCode, organizationId, titles: ofPost, partyShare }: Post,
  { countyCode, today, now }: Frame,
): DemoCadre {
  const createdAt = momentOn(random, daysAgo(random, today, 940, 910), now);
  const sex = random.chance(0.66) ? 'MALE' : 'FEMALE';
  const age = random.int(25, 58);
  const politicalStatus: PoliticalStatus = random.chance(partyShare)
    ? 'PARTY_MEMBER'
    : random.weighted({ MASSES: 9, PROBATIONARY_MEMBER: 1, YOUTH_LEAGUE: age < 29 ? 4 : 0 });
  const hasLeft = random.chance(0.04);
  return {
    countyCode,
    id: random.id(createdAt),
    name: surnameBy(random) + givenNameBy(random, sex, age),
    sex,
    politicalStatus,
    organizationId,
    jobTitle: random.pick(ofPost),
    divisionCode,
    phone: numbers.phone(),
    status: hasLeft ? 'LEFT' : 'ACTIVE',
    leftOn: hasLeft ? daysAgo(random, today, 330, 8) : null,
    diligence: random.weighted({ steady: 8, slack: 1, eager: 3 }) === 'slack' ? 0.6 : 1.03,
    note: null,
    createdAt,
  };
}
