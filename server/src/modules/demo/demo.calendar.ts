import { addDays } from '#platform/clock.ts';
import type { Random } from './demo.random.ts';

/** A quarter or a month with its first and last day. */
export interface DemoPeriod {
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

export const laterOf = (one: string, other: string): string => (one > other ? one : other);
export const earlierOf = (one: string, other: string): string => (one < other ? one : other);

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Any day from one to another, both included. */
export function dayWithin(random: Random, from: string, to: string): string {
  return from >= to ? to : addDays(from, random.int(0, daysBetween(from, to)));
}

/** A day from `most` to `least` days ago. */
export const daysAgo = (random: Random, today: string, most: number, least: number): string =>
  addDays(today, -random.int(least, most));

/** A moment of the working day in Asia/Shanghai, never later than now. */
export function momentOn(random: Random, day: string, now: string): string {
  const [hour, minute, second] = [random.int(8, 20), random.int(0, 59), random.int(0, 59)];
  const clock = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
  return earlierOf(new Date(`${day}T${clock}+08:00`).toISOString(), now);
}

/** The quarter of the day and so many before it, the oldest first. */
export function quartersUpTo(day: string, before: number): DemoPeriod[] {
  const year = Number(day.slice(0, 4));
  const last = year * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return Array.from({ length: before + 1 }, (_, place) => {
    const quarter = last - before + place;
    const number = (quarter % 4) + 1;
    const [first, next] = [quarter * 3, quarter * 3 + 3].map(firstDayOfMonth);
    return {
      period: `${Math.floor(quarter / 4)}-Q${number}`,
      from: first ?? '',
      to: addDays(next ?? '', -1),
    };
  });
}

/** The three months of a quarter. */
export function monthsOf(quarter: DemoPeriod): DemoPeriod[] {
  const first = Number(quarter.from.slice(0, 4)) * 12 + Number(quarter.from.slice(5, 7)) - 1;
  return [0, 1, 2].map((place) => {
    const from = firstDayOfMonth(first + place);
    return { period: from.slice(0, 7), from, to: addDays(firstDayOfMonth(first + place + 1), -1) };
  });
}

/** Months counted from the year 0. */
function firstDayOfMonth(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
