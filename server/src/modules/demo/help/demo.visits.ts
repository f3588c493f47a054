import type { DemoHousehold, Frame } from '#modules/demo/people/demo.households.ts';
import { addDays } from '#platform/core/clock.ts';
import type { Period } from '#platform/core/period.ts';
import type { IncomeChange, VisitMode, VisitSource } from '#schema/codes/help/visit.codes.ts';
import { daysBetween, earlierOf, momentOn } from '../demo.calendar.ts';
import type { Random } from '../demo.random.ts';
import { lengthOf, pickDay, type Stretch, stretchesIn } from './demo.coverage.ts';
import type { DemoPairing } from './demo.pairings.ts';
import { findingsBy, metBy, noLocationReasons, requestBy } from './demo.visit-texts.ts';

export interface DemoVisit {
  readonly countyCode: string;
  readonly id: string;
  readonly householdId: string;
  readonly villageCode: string;
  readonly pairingId: string;
  readonly cadreId: string;
  readonly visitedOn: string;
  readonly mode: VisitMode;
  readonly met: string;
  readonly findings: string;
  readonly request: string | null;
  readonly incomeChange: IncomeChange;
  readonly incomeNote: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accuracyMetres: number | null;
  readonly noLocationReason: string | null;
  readonly nextVisitOn: string | null;
  readonly status: 'VALID' | 'WITHDRAWN';
  readonly withdrawnReason: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly source: VisitSource;
  readonly recordedOn: string;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly version: number;
}

/** What visits of a period depend on besides the household. */
export interface VisitFrame extends Frame {
  /** The minimum number of days with a helper for a duty. */
  readonly minDays: number;
  /** Share of duties that are done, from 0 to 1, by village and helper. */
  doneShareOf(villageCode: string, cadreId: string): number;
  /** The account a cadre signs in with. */
  userOf(cadreId: string): string | null;
  /** The account of the county desk, which enters paper records. */
  readonly desk: string;
}

/** The visits of a household in one period of its duty: usually one, sometimes none or two. */
export function visitsIn(
  random: Random,
  household: DemoHousehold,
  pairings: readonly DemoPairing[],
  period: Period,
  frame: VisitFrame,
): DemoVisit[] {
  const stretches = stretchesIn(pairings, period, frame.today);
  const last = stretches.at(-1);
  if (!last) return [];
  const owes = lengthOf(stretchesIn(pairings, period, period.endOn)) >= frame.minDays;
  const doneShare = frame.doneShareOf(household.villageCode, last.pairing.cadreId);
  const isDone = random.chance(owes ? doneShare * shareDone(period, frame.today) : 0.2);
  const isMonitored = household.category !== 'RELIEVED';
  if (!isDone) {
    // By the rule a call to a monitored household does not count: it is kept all the same.
    return isMonitored && random.chance(0.12)
      ? [makeVisit(random, household, stretches, { ...frame, mode: 'PHONE' })]
      : [];
  }
  const modes = isMonitored ? { IN_PERSON: 91, PHONE: 0, VIDEO: 9 } : { IN_PERSON: 85, PHONE: 10, VIDEO: 5 };
  const times = random.chance(0.06) ? 2 : 1;
  return Array.from({ length: times }, () =>
    makeVisit(random, household, stretches, { ...frame, mode: random.weighted(modes) }),
  );
}

/** The share of duties done: all of a past period; of the running one about half, by its days. */
export function shareDone({ startOn, endOn }: Period, today: string): number {
  if (endOn < today) return 1;
  const elapsed = daysBetween(startOn, today) + 1;
  const whole = daysBetween(startOn, endOn) + 1;
  return Math.min(0.09 * elapsed, 0.42 + 0.38 * (elapsed / whole));
}

function makeVisit(
  random: Random,
  household: DemoHousehold,
  stretches: readonly Stretch[],
  frame: VisitFrame & { readonly mode: VisitMode },
): DemoVisit {
  const { day, pairing } = pickDay(random, stretches);
  const { mode, today, now } = frame;
  const source = random.weighted({ APP: 78, CONSOLE: 12, IMPORT: 10 });
  // From a village without network a visit is uploaded days later, sometimes weeks.
  const delay = random.weighted({ 0: 62, 1: 14, 2: 8, 5: 8, 9: 5, 18: 3 });
  const uploadedOn = earlierOf(addDays(day, Number(delay)), today);
  const recordedAt = momentOn(random, uploadedOn, now);
  const isWorried = household.risks.some(({ status }) => status === 'OPEN') && random.chance(0.45);
  return {
    countyCode: household.countyCode,
    id: random.id(recordedAt),
    householdId: household.id,
    villageCode: household.villageCode,
    pairingId: pairing.id,
    cadreId: pairing.cadreId,
    visitedOn: day,
    mode,
    met: metBy(random, household),
    findings: findingsBy(random, household, isWorried),
    request: random.chance(0.14) ? requestBy(random, household) : null,
    incomeChange: random.weighted(isWorried ? { DOWN: 55, SAME: 35, UP: 10 } : { UP: 34, SAME: 60, DOWN: 6 }),
    incomeNote: null,
    ...placeOf(random, household.villageCode, mode === 'IN_PERSON' && source === 'APP'),
    nextVisitOn: random.chance(0.3) ? addDays(day, random.int(60, 95)) : null,
    status: 'VALID',
    withdrawnReason: null,
    withdrawnAt: null,
    withdrawnBy: null,
    source,
    // A visit of an imported paper register counts as recorded on its own day.
    recordedOn: source === 'IMPORT' ? day : uploadedOn,
    recordedAt,
    recordedBy: source === 'APP' ? frame.userOf(pairing.cadreId) : frame.desk,
    version: 1,
  };
}

/** A location near the village, derived from its code; in the plain around the county's seat. */
function placeOf(random: Random, villageCode: string, isMeasured: boolean) {
  if (!isMeasured || random.chance(0.2)) {
    const noLocationReason = isMeasured ? random.pick(noLocationReasons) : null;
    return { latitude: null, longitude: null, accuracyMetres: null, noLocationReason };
  }
  const [south, west] = [Number(villageCode.slice(6, 9)) % 17, Number(villageCode.slice(9)) % 23];
  const jitter = () => random.int(-40, 40) / 10_000;
  return {
    latitude: Number((36.22 + south * 0.016 + jitter()).toFixed(6)),
    longitude: Number((114.78 + west * 0.013 + jitter()).toFixed(6)),
    accuracyMetres: random.int(4, 60),
    noLocationReason: null,
  };
}
