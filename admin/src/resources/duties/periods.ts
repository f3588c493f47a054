import { useTranslate } from 'react-admin';
import { todayInCounty } from '../../shared/display/today.ts';

const LISTED = 8;

export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;

/** The quarter before: `2026-Q1` → `2025-Q4`. */
export function quarterBefore(quarter: string): string {
  const year = Number(quarter.slice(0, 4));
  const number = Number(quarter.slice(6));
  return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`;
}

/** This quarter and those before it, the latest first. */
export function quartersUpTo(quarter: string, count = LISTED): string[] {
  const quarters = [quarter];
  while (quarters.length < count) quarters.push(quarterBefore(quarters.at(-1) ?? quarter));
  return quarters;
}

export const currentQuarter = (): string => quarterOf(todayInCounty());

export function usePeriodName(): (period: string) => string {
  const translate = useTranslate();
  return (period) => {
    const kind = period.includes('Q') ? 'quarter' : 'month';
    const number = Number(period.slice(kind === 'quarter' ? 6 : 5));
    return translate(`resources.duties.period.${kind}`, { year: period.slice(0, 4), number });
  };
}

/** Choices of a period picker; a period from a link stays a choice, however old it is. */
export function usePeriodChoices(chosen?: string): { id: string; name: string }[] {
  const translate = useTranslate();
  const nameOf = usePeriodName();
  const now = currentQuarter();
  const known = quartersUpTo(now);
  const all = chosen && !known.includes(chosen) ? [...known, chosen] : known;
  return all.map((id) => ({
    id,
    name: id === now ? translate('resources.duties.period.now', { name: nameOf(id) }) : nameOf(id),
  }));
}
