import { addDays } from './clock.ts';

/** A visiting period: a quarter such as `2026-Q3` or a month such as `2026-07`. Days are inclusive. */
export interface Period {
  readonly code: string;
  readonly frequency: 'QUARTER' | 'MONTH';
  readonly startOn: string;
  readonly endOn: string;
}

const two = (month: number) => String(month).padStart(2, '0');

const isQuarter = (code: string): boolean => code.includes('Q');

/** The period of a code that is known to be well-formed. */
export function periodOf(code: string): Period {
  const year = Number(code.slice(0, 4));
  const first = isQuarter(code) ? (Number(code.slice(6)) - 1) * 3 + 1 : Number(code.slice(5));
  const next = first + (isQuarter(code) ? 3 : 1);
  const afterEnd = next > 12 ? `${year + 1}-01-01` : `${year}-${two(next)}-01`;
  return {
    code,
    frequency: isQuarter(code) ? 'QUARTER' : 'MONTH',
    startOn: `${year}-${two(first)}-01`,
    endOn: addDays(afterEnd, -1),
  };
}

export const quarterOfDay = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;

/** A quarter with its three months; a month alone. */
export function periodsWithin(code: string): Period[] {
  const whole = periodOf(code);
  if (whole.frequency === 'MONTH') return [whole];
  const first = Number(whole.startOn.slice(5, 7));
  const months = [0, 1, 2].map((more) => periodOf(`${code.slice(0, 4)}-${two(first + more)}`));
  return [whole, ...months];
}
