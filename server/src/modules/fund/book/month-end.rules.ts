import { addDays } from '#platform/core/clock.ts';

/** Whether a day is the last of its month. */
export const isMonthEnd = (day: string): boolean => addDays(day, 1).endsWith('-01');
