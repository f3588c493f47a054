import type { DemoHousehold } from '#modules/demo/people/demo.households.ts';
import { addDays } from '#platform/core/clock.ts';
import type { Period } from '#platform/core/period.ts';
import { daysBetween, earlierOf, laterOf, monthsOf } from '../demo.calendar.ts';
import type { Random } from '../demo.random.ts';
import type { DemoPairing } from './demo.pairings.ts';

/** The days in a period on which a household had a main helper. */
export interface Stretch {
  readonly pairing: DemoPairing;
  readonly from: string;
  readonly to: string;
}

export function stretchesIn(
  pairings: readonly DemoPairing[],
  { startOn, endOn }: Period,
  upTo: string,
): Stretch[] {
  return pairings
    .filter(({ role }) => role === 'MAIN')
    .map((pairing) => ({
      pairing,
      from: laterOf(pairing.startedOn, startOn),
      to: earlierOf(earlierOf(pairing.endedOn ?? upTo, endOn), upTo),
    }))
    .filter((stretch) => stretch.from <= stretch.to);
}

export const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);

/** One of the days, preferably a late one, and the pairing of that day. */
export function pickDay(
  random: Random,
  stretches: readonly Stretch[],
): { day: string; pairing: DemoPairing } {
  let place = Math.floor(random.next() ** 0.75 * lengthOf(stretches));
  for (const { pairing, from, to } of stretches) {
    const days = daysBetween(from, to) + 1;
    if (place < days) return { day: addDays(from, place), pairing };
    place -= days;
  }
  throw new Error('no day to pick from');
}

/** Each month where a sudden difficulty has an open risk, otherwise the quarter. */
export function dutyPeriods(household: DemoHousehold, quarter: Period): Period[] {
  const isMonthly =
    household.category === 'SUDDEN' &&
    household.risks.some(
      ({ identifiedOn, eliminatedOn }) =>
        identifiedOn <= quarter.endOn && (eliminatedOn === null || eliminatedOn > quarter.startOn),
    );
  return isMonthly ? monthsOf(quarter) : [quarter];
}
