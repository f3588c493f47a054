import { addDays } from '#platform/core/clock.ts';
import type { RiskKind, RiskStatus } from '#schema/codes/help/risk.codes.ts';
import type { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { daysAgo, daysBetween, dayWithin } from '../demo.calendar.ts';
import type { Random } from '../demo.random.ts';
import type { DemoMember } from './demo.members.ts';

export interface CategorySpan {
  readonly category: HouseholdCategory;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly reason: string | null;
}

export interface DemoRisk {
  readonly kind: RiskKind;
  readonly status: RiskStatus;
  readonly identifiedOn: string;
  readonly eliminatedOn: string | null;
  readonly note: string | null;
}

interface Standing {
  readonly category: HouseholdCategory;
  readonly spans: CategorySpan[];
  readonly risks: DemoRisk[];
}

const shares: Readonly<Record<HouseholdCategory, number>> = {
  RELIEVED: 62,
  UNSTABLE: 12,
  MARGINAL: 11,
  SUDDEN: 5,
  ORDINARY: 10,
};

/** The category of today with those before it, and the risks that explain them. */
export function makeStanding(random: Random, members: readonly DemoMember[], today: string): Standing {
  const category = random.weighted(shares);
  const year = Number(today.slice(0, 4)) - random.int(6, 8);
  const registeredOn = `${year}-12-31`;
  if (category === 'ORDINARY') return { category, spans: [span('ORDINARY', registeredOn)], risks: [] };
  if (category === 'RELIEVED') return relieved(random, members, registeredOn, today);
  const isSudden = category === 'SUDDEN';
  const former = category === 'UNSTABLE' || (isSudden && random.chance(0.5)) ? 'RELIEVED' : 'ORDINARY';
  const identifiedOn = daysAgo(random, today, isSudden ? 500 : 900, 20);
  return {
    category,
    spans: [
      span(former, registeredOn, addDays(identifiedOn, -1)),
      span(category, identifiedOn, null, '经民主评议、公示后识别为监测对象'),
    ],
    risks: risksOf(random, members, { identifiedOn, today, openShare: isSudden ? 0.8 : 0.6, isSudden }),
  };
}

const span = (
  category: HouseholdCategory,
  fromOn: string,
  toOn: string | null = null,
  reason: string | null = null,
): CategorySpan => ({ category, fromOn, toOn, reason });

/** Some were monitored for a time, until their risk was eliminated. */
function relieved(
  random: Random,
  members: readonly DemoMember[],
  registeredOn: string,
  today: string,
): Standing {
  const category = 'RELIEVED';
  if (!random.chance(0.09)) return { category, spans: [span(category, registeredOn)], risks: [] };
  const identifiedOn = daysAgo(random, today, 900, 520);
  const eliminatedOn = daysAgo(random, today, 300, 40);
  return {
    category,
    spans: [
      span('RELIEVED', registeredOn, addDays(identifiedOn, -1)),
      span('UNSTABLE', identifiedOn, eliminatedOn, '收入下降，识别为监测对象'),
      span('RELIEVED', addDays(eliminatedOn, 1), null, '风险消除'),
    ],
    risks: risksOf(random, members, { identifiedOn, today, openShare: 0, isSudden: false, eliminatedOn }),
  };
}

interface RiskFrame {
  identifiedOn: string;
  today: string;
  openShare: number;
  isSudden: boolean;
  eliminatedOn?: string;
}

function risksOf(random: Random, members: readonly DemoMember[], frame: RiskFrame): DemoRisk[] {
  const likely: Partial<Record<RiskKind, number>> = likelyRisks(members, frame.isSudden);
  const first = random.weighted(likely as Record<RiskKind, number>);
  delete likely[first];
  const kinds = [first];
  if (random.chance(0.25)) kinds.push(random.weighted(likely as Record<RiskKind, number>));
  const { identifiedOn, today } = frame;
  return kinds.map((kind) => {
    const couldEnd = daysBetween(identifiedOn, today) > 200;
    if (!couldEnd || random.chance(frame.openShare)) {
      return { kind, status: 'OPEN', identifiedOn, eliminatedOn: null, note: null };
    }
    const status = random.chance(0.85) ? 'HELPED' : 'NATURAL';
    const eliminatedOn =
      frame.eliminatedOn ?? dayWithin(random, addDays(identifiedOn, 185), addDays(today, -10));
    const note = status === 'HELPED' ? '帮扶措施落实，收入稳定' : '自然消除';
    return { kind, status, identifiedOn, eliminatedOn, note };
  });
}

/** Risks that the family suggests are the most likely. */
function likelyRisks(members: readonly DemoMember[], isSudden: boolean): Partial<Record<RiskKind, number>> {
  const hasHealth = (...wanted: string[]) =>
    members.some(({ health }) => health.some((it) => wanted.includes(it)));
  const isAble = ({ labour }: DemoMember) => labour === 'ORDINARY' || labour === 'SKILLED';
  const studies = /^(SENIOR|VOCATIONAL|COLLEGE|BACHELOR)/;
  return {
    ...(isSudden
      ? { ACCIDENT: 30, FIRE: 8, WEATHER: 8 }
      : { INDUSTRY_FAILURE: 8, ACCIDENT: 5, HOUSING: 3, WATER: 1 }),
    ...(hasHealth('SERIOUS') ? { ILLNESS: 60 } : hasHealth('CHRONIC') ? { ILLNESS: 25 } : {}),
    ...(hasHealth('DISABLED') ? { DISABILITY: 25 } : {}),
    ...(members.some(isAble) ? {} : { LABOUR_SHORTAGE: 35 }),
    ...(members.some(({ schoolStatus }) => studies.test(schoolStatus ?? '')) ? { SCHOOLING: 18 } : {}),
    ...(members.some(({ workMonths }) => workMonths !== null) ? { UNSTABLE_WORK: 15 } : {}),
  };
}
