/** The only source of time for business decisions, so that tests can turn it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is set. */
export function fixedClock(start: string): Clock & { set(instant: string): void } {
  let current = new Date(start);
  return {
    now: () => new Date(current),
    set: (instant) => {
      current = new Date(instant);
    },
  };
}

const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

const hour = 3_600_000;
let last = { hour: Number.NaN, day: '' };

/** Business day of an instant: always counted in Asia/Shanghai, wherever the server stands. */
export function dayOf(instant: Date): string {
  const hours = Math.floor(instant.getTime() / hour);
  // Called several times in every request, so the day is cached by hour; days there begin on the hour.
  if (hours < 0 || Number.isNaN(hours)) return shanghai.format(instant);
  if (hours !== last.hour) last = { hour: hours, day: shanghai.format(instant) };
  return last.day;
}
export const today = (clock: Clock): string => dayOf(clock.now());

/** Calendar arithmetic on `YYYY-MM-DD`, free of time zones. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
