import type { Validator } from 'react-admin';
import { todayInCounty } from '../display/today.ts';

// Validators instead of limits of the inputs: browsers report those in their own language, beside the field.

export const notInFuture: Validator = (day: string) =>
  day && day > todayInCounty() ? 'bangfu.dates.future' : undefined;

export const notBefore =
  (first: string): Validator =>
  (day: string) =>
    day && day < first ? { message: 'bangfu.dates.before', args: { day: first } } : undefined;
