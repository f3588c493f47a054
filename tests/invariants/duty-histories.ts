import fc from 'fast-check';
import { addDays } from '#platform/core/clock.ts';
import { periodOf } from '#platform/core/period.ts';
import { HouseholdCategory as categories, type HouseholdCategory } from '#schema/codes/household.codes.ts';

/** A household with successive helpers, some visits, perhaps a risk, an excuse, an early end. */
export interface Life {
  readonly village: number;
  readonly category: HouseholdCategory;
  readonly closedOn: string | null;
  readonly pairings: readonly PairingPeriod[];
  readonly visits: readonly LoggedVisit[];
  readonly riskOn: string | null;
  readonly excused: string | null;
}
export interface PairingPeriod {
  readonly cadre: number;
  readonly startedOn: string;
  readonly endedOn: string | null;
}
export interface LoggedVisit {
  readonly pairing: PairingPeriod;
  readonly visitedOn: string;
  readonly recordedOn: string;
  readonly mode: 'IN_PERSON' | 'PHONE';
  readonly isWithdrawn: boolean;
  readonly brings: boolean;
}

const first = '2026-03-01';
const day = (most: number) => fc.nat(most).map((days) => addDays(first, days));

const draft = fc.record({
  village: fc.nat(2),
  category: fc.constantFrom(...categories.keys),
  pairings: fc.array(
    fc.record({ cadre: fc.nat(3), days: fc.integer({ min: 1, max: 150 }), gap: fc.nat(20) }),
    {
      maxLength: 4,
    },
  ),
  visits: fc.array(
    fc.record({
      visitedOn: day(250),
      delay: fc.constantFrom(0, 0, 0, 5, 40),
      mode: fc.constantFrom('IN_PERSON' as const, 'PHONE' as const),
      isWithdrawn: fc.boolean(),
      brings: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  riskOn: fc.option(day(200)),
  excused: fc.constantFrom(null, null, '2026-Q2', '2026-Q3', '2026-08'),
  closedOn: fc.option(day(240), { freq: 5 }),
});

const spansDay = (pairing: PairingPeriod, on: string) =>
  pairing.startedOn <= on && (pairing.endedOn === null || pairing.endedOn >= on);

export const lives: fc.Arbitrary<Life> = draft.map((it) => {
  const pairings: PairingPeriod[] = [];
  let from = first;
  for (const [at, { cadre, days, gap }] of it.pairings.entries()) {
    if (it.closedOn && from > it.closedOn) break;
    const planned = at === it.pairings.length - 1 ? null : addDays(from, days);
    const endedOn = it.closedOn && (planned === null || planned > it.closedOn) ? it.closedOn : planned;
    pairings.push({ cadre, startedOn: from, endedOn });
    if (endedOn === null) break;
    from = addDays(endedOn, 1 + gap);
  }
  const visits = it.visits.flatMap(({ delay, ...visit }) => {
    const pairing = pairings.find((one) => spansDay(one, visit.visitedOn));
    return pairing ? [{ ...visit, pairing, recordedOn: addDays(visit.visitedOn, delay) }] : [];
  });
  return { ...it, pairings, visits };
});

export interface Rule {
  readonly frequency: 'QUARTER' | 'MONTH';
  readonly riskFrequency: 'QUARTER' | 'MONTH' | null;
  readonly modes: readonly string[];
  readonly minDays: number;
  readonly deadlineDays: number;
}

export interface Owed {
  readonly period: string;
  readonly status: string;
  readonly isOverdue: boolean;
  readonly cadre: number;
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const earlier = (a: string, b: string | null) => (b !== null && b < a ? b : a);

const later = (a: string, b: string) => (a < b ? b : a);

/** The rules of duties implemented again, for one household and period at a time, as simply as possible. */
export function owed(life: Life, rule: Rule | undefined, code: string, today: string): Owed | null {
  const { startOn, endOn, frequency } = periodOf(code);
  if (!rule || (life.closedOn && life.closedOn < startOn)) return null;
  const lookupOn = today < startOn ? startOn : earlier(endOn, today);
  const refOn = earlier(lookupOn, life.closedOn);
  const isRisky = life.riskOn !== null && life.riskOn <= refOn;
  if ((isRisky ? (rule.riskFrequency ?? rule.frequency) : rule.frequency) !== frequency) return null;

  const helpers = life.pairings
    .map((pairing) => {
      const from = later(startOn, pairing.startedOn);
      return { pairing, days: daysBetween(from, earlier(endOn, pairing.endedOn)) + 1 };
    })
    .filter(({ days }) => days > 0)
    .reverse();
  const covered = helpers.reduce((sum, { days }) => sum + days, 0);
  const helper = helpers.find(({ days }) => days >= rule.minDays) ?? helpers[0];
  if (!helper || covered < rule.minDays) return null;

  const dueOn = addDays(endOn, -rule.deadlineDays);
  const counting = life.visits.filter(
    (visit) =>
      !visit.isWithdrawn &&
      rule.modes.includes(visit.mode) &&
      visit.visitedOn >= startOn &&
      visit.visitedOn <= endOn,
  );
  const isInTime = counting.some((visit) => visit.visitedOn <= dueOn && visit.recordedOn <= endOn);
  const isExcused = life.excused === code || (life.closedOn !== null && life.closedOn <= endOn);
  const open = today < startOn ? 'UPCOMING' : today > endOn ? 'MISSED' : 'DUE';
  const status = isInTime ? 'DONE' : counting.length ? 'LATE_DONE' : isExcused ? 'EXCUSED' : open;
  return { period: code, status, isOverdue: status === 'DUE' && today > dueOn, cadre: helper.pairing.cadre };
}
