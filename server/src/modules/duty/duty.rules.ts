import { type Period, periodOf, periodsWithin, quarterOfDay } from '#platform/core/period.ts';

/** A period with its state on a day. */
export interface PeriodAsOf extends Period {
  readonly today: string;
  /**
   * Category, rule and risk are taken on this day: the last day of a past period, today, or the first of a future one.
   */
  readonly refOn: string;
  readonly isRunning: boolean;
  /** Status of a duty without visit and excuse. */
  readonly openStatus: 'UPCOMING' | 'DUE' | 'MISSED';
}

export function periodAsOf(period: Period, today: string): PeriodAsOf {
  if (today < period.startOn) {
    return { ...period, today, refOn: period.startOn, isRunning: false, openStatus: 'UPCOMING' };
  }
  if (today > period.endOn) {
    return { ...period, today, refOn: period.endOn, isRunning: false, openStatus: 'MISSED' };
  }
  return { ...period, today, refOn: today, isRunning: true, openStatus: 'DUE' };
}

const isPeriod = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-(Q[1-4]|0[1-9]|1[0-2])$/.test(value);

/** The periods a read selects: by key exactly those, by filter a quarter with its months, else the running quarter. */
export function requestedPeriods(
  keys: readonly unknown[] | undefined,
  filter: unknown,
  today: string,
): PeriodAsOf[] {
  const sound = keys?.filter(isPeriod) ?? [];
  const periods = sound.length
    ? [...new Set(sound)].map(periodOf)
    : periodsWithin(isPeriod(filter) ? filter : quarterOfDay(today));
  return periods.map((period) => periodAsOf(period, today));
}

/** Visits done in basis points of those owed and not excused; null if none were. */
export function rateOf(done: number, duties: number, excused: number): number | null {
  const owed = duties - excused;
  return owed > 0 ? Math.round((done * 10_000) / owed) : null;
}
