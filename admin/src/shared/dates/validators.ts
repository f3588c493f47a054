import type { Validator } from 'react-admin';
import { todayInCounty } from '../display/today.ts';

// Not as limits of the inputs: what browsers say of those is in their own language, and beside the field.

export const notInFuture: Validator = (day: string) =>
  day && day > todayInCounty() ? 'bangfu.dates.future' : undefined;

export const notBefore =
  (first: string): Validator =>
  (day: string) =>
    day && day < first ? { message: 'bangfu.dates.before', args: { day: first } } : undefined;
