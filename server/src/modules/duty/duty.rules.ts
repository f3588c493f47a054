import { type Period, periodOf, periodsWithin, quarterOfDay } from '#platform/core/period.ts';

/** A period as it stands on a day. */
export interface ClockedPeriod extends Period {
  readonly today: string;
  /** The day on which category, rule and risk are looked up: the last day, or today while it runs, or the first. */
  readonly refOn: string;
  readonly isRunning: boolean;
  /** Status of a duty without visit and excuse. */
  readonly openStatus: 'UPCOMING' | 'DUE' | 'MISSED';
}

export function clocked(period: Period, today: string): ClockedPeriod {
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

/** Periods that a read asks for: by key exactly those, by filter with the months of a quarter, else the running quarter. */
export function periodsAsked(
  keys: readonly unknown[] | undefined,
  filter: unknown,
  today: string,
): ClockedPeriod[] {
  const sound = keys?.filter(isPeriod) ?? [];
  const periods = sound.length
    ? [...new Set(sound)].map(periodOf)
    : periodsWithin(isPeriod(filter) ? filter : quarterOfDay(today));
  return periods.map((period) => clocked(period, today));
}

/** Done in basis points of what was asked for; null where nothing was. */
export function rateOf(done: number, duties: number, excused: number): number | null {
  const asked = duties - excused;
  return asked > 0 ? Math.round((done * 10_000) / asked) : null;
}
