import { addDays } from '#platform/core/clock.ts';
import { type Period, periodOf, periodsWithin, quarterOfDay } from '#platform/core/period.ts';
import type { Random } from './demo.random.ts';

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

/** A working hour of the day in Asia/Shanghai, never later than now. */
export function momentOn(random: Random, day: string, now: string): string {
  const [hour, minute, second] = [random.int(8, 20), random.int(0, 59), random.int(0, 59)];
  const clock = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
  return earlierOf(new Date(`${day}T${clock}+08:00`).toISOString(), now);
}

/** The quarter of the day and so many before it, the oldest first. */
export function quartersBefore(day: string, before: number): Period[] {
  const quarter = periodOf(quarterOfDay(day));
  return before === 0 ? [quarter] : [...quartersBefore(addDays(quarter.startOn, -1), before - 1), quarter];
}

/** The three months of a quarter. */
export const monthsOf = (quarter: Period): Period[] => periodsWithin(quarter.code).slice(1);
