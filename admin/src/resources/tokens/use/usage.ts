import { daysFrom } from '../../../shared/display/today.ts';

/** The use of a token on one day; days without use are absent. */
export interface DayOfUse {
  readonly day: string;
  readonly operations: number;
  readonly points: number;
  readonly refusals: number;
}

type Counts = Omit<DayOfUse, 'day'>;

const none: Counts = { operations: 0, points: 0, refusals: 0 };

const added = (one: Counts, other: Counts): Counts => ({
  operations: one.operations + other.operations,
  points: one.points + other.points,
  refusals: one.refusals + other.refusals,
});

/** The sum since a day. */
export const usedSince = (usage: readonly DayOfUse[], day: string): Counts =>
  usage.filter((use) => use.day >= day).reduce(added, none);

const month = 30;

/** The last thirty days, today first, those without use with zeros. */
export function monthOfUse(usage: readonly DayOfUse[], today: string): DayOfUse[] {
  const byDay = new Map(usage.map((use) => [use.day, use]));
  return Array.from({ length: month }, (_, back) => {
    const day = daysFrom(today, -back);
    return byDay.get(day) ?? { day, ...none };
  });
}

export const firstOfMonthOfUse = (today: string): string => daysFrom(today, 1 - month);
