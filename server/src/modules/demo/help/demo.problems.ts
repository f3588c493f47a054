import type { DemoHousehold, Frame } from '#modules/demo/people/demo.households.ts';
import { addDays } from '#platform/core/clock.ts';
import type { ProblemKind, ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import type { RiskKind } from '#schema/codes/help/risk.codes.ts';
import { daysBetween, dayWithin, earlierOf, momentOn } from '../demo.calendar.ts';
import type { Random } from '../demo.random.ts';
import { problemTexts } from './demo.problem-texts.ts';
import type { DemoVisit } from './demo.visits.ts';

export interface DemoProblem {
  readonly countyCode: string;
  readonly id: string;
  readonly householdId: string;
  readonly villageCode: string;
  readonly visitId: string | null;
  readonly kind: ProblemKind;
  readonly description: string;
  readonly status: ProblemStatus;
  readonly raisedOn: string;
  readonly handler: string | null;
  readonly closedOn: string | null;
  readonly outcome: string | null;
  readonly version: number;
}

export interface DemoStep {
  readonly countyCode: string;
  readonly id: string;
  readonly problemId: string;
  readonly fromStatus: ProblemStatus | null;
  readonly toStatus: ProblemStatus;
  readonly happenedOn: string;
  readonly note: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
}

const kindsByRisk: Partial<Record<RiskKind, ProblemKind>> = {
  ILLNESS: 'MEDICAL',
  DISABILITY: 'CARE',
  LABOUR_SHORTAGE: 'SAFETY_NET',
  ACCIDENT: 'MEDICAL',
  INDUSTRY_FAILURE: 'INDUSTRY',
  UNSTABLE_WORK: 'EMPLOYMENT',
  SCHOOLING: 'EDUCATION',
  HOUSING: 'HOUSING',
  WATER: 'WATER',
  FIRE: 'DISASTER',
  WEATHER: 'DISASTER',
};
const anyKind = {
  MEDICAL: 20,
  EMPLOYMENT: 18,
  INDUSTRY: 12,
  EDUCATION: 10,
  HOUSING: 9,
  SAFETY_NET: 9,
  CARE: 7,
  WATER: 5,
  INFRASTRUCTURE: 5,
  ENVIRONMENT: 3,
  DISPUTE: 2,
} as const;

/** A problem found on a visit, with every step since; the older it is, the further it has progressed. */
export function makeProblem(
  random: Random,
  household: DemoHousehold,
  visit: DemoVisit,
  { today, now }: Frame,
): { problem: DemoProblem; steps: DemoStep[] } | null {
  const open = household.risks.filter(({ status }) => status === 'OPEN');
  if (!random.chance(open.length > 0 ? 0.2 : 0.07)) return null;
  const [risk] = open;
  const kind = (risk && random.chance(0.7) && kindsByRisk[risk.kind]) || random.weighted(anyKind);
  const status = statusOf(random, daysBetween(visit.visitedOn, today));
  const { description, handler, outcome } = random.pick(problemTexts[kind]);
  const days = stepDays(random, visit.visitedOn, status, today);
  const closedOn = status === 'SOLVED' || status === 'UNSOLVABLE' ? (days.at(-1)?.day ?? null) : null;
  const id = random.id(visit.recordedAt);
  const problem: DemoProblem = {
    countyCode: household.countyCode,
    id,
    householdId: household.id,
    villageCode: household.villageCode,
    visitId: visit.id,
    kind,
    description,
    status,
    raisedOn: visit.visitedOn,
    handler: status === 'OPEN' ? null : handler,
    closedOn,
    outcome:
      status === 'SOLVED' ? outcome : status === 'UNSOLVABLE' ? '不符合现行政策条件，已向户主说明' : null,
    version: days.length,
  };
  let recordedAt = visit.recordedAt;
  const steps = days.map(({ to, day }, place): DemoStep => {
    const moment = momentOn(random, day, now);
    if (moment > recordedAt) recordedAt = moment;
    const note = to === 'IN_HAND' ? `已转${handler}办理` : place === 0 ? null : problem.outcome;
    return {
      countyCode: household.countyCode,
      id: random.id(recordedAt),
      problemId: id,
      fromStatus: days[place - 1]?.to ?? null,
      toStatus: to,
      happenedOn: day,
      note,
      recordedAt,
      recordedBy: visit.recordedBy,
    };
  });
  return { problem, steps };
}

function statusOf(random: Random, age: number): ProblemStatus {
  if (age < 3) return 'OPEN';
  if (age < 30) return random.weighted({ OPEN: 45, IN_HAND: 40, SOLVED: 15 });
  if (age < 120) return random.weighted({ OPEN: 12, IN_HAND: 28, SOLVED: 54, UNSOLVABLE: 6 });
  return random.weighted({ OPEN: 3, IN_HAND: 9, SOLVED: 80, UNSOLVABLE: 8 });
}

/** Raised, taken in hand, brought to an end: each no earlier than the one before, none after today. */
function stepDays(random: Random, raisedOn: string, status: ProblemStatus, today: string) {
  const days: { to: ProblemStatus; day: string }[] = [{ to: 'OPEN', day: raisedOn }];
  if (status === 'OPEN') return days;
  const inHand = dayWithin(random, raisedOn, earlierOf(addDays(raisedOn, 9), today));
  days.push({ to: 'IN_HAND', day: inHand });
  if (status === 'IN_HAND') return days;
  days.push({ to: status, day: dayWithin(random, inHand, earlierOf(addDays(inHand, 40), today)) });
  return days;
}
