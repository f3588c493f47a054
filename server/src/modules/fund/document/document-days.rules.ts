import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

/** What a document says of its days and its year. */
export interface DaysOfDocument {
  readonly issuedOn: string | null;
  readonly receivedOn: string | null;
  readonly budgetYear: number;
  readonly isEarly: boolean;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

type FieldOfDays = keyof DaysOfDocument;

/** What cannot be: received before it was issued, or money of a year that is over or far ahead. */
export function faultsOfDays({ issuedOn, receivedOn, budgetYear, isEarly }: DaysOfDocument) {
  const faults: { field: FieldOfDays; code: ErrorCode }[] = [];
  if (issuedOn && receivedOn && receivedOn < issuedOn)
    faults.push({ field: 'receivedOn', code: 'RECEIVED_BEFORE_ISSUED' });
  if (issuedOn && (yearOf(issuedOn) > budgetYear || yearOf(issuedOn) < budgetYear - 1))
    faults.push({ field: 'issuedOn', code: 'OUTSIDE_FISCAL_YEAR' });
  else if (issuedOn && yearOf(issuedOn) === budgetYear - 1 && !isEarly)
    faults.push({ field: 'issuedOn', code: 'NOT_RELEASED_EARLY' });
  if (receivedOn && yearOf(receivedOn) > budgetYear)
    faults.push({ field: 'receivedOn', code: 'OUTSIDE_FISCAL_YEAR' });
  return faults;
}

/** Released early, and yet issued in its own year: one of the two is probably wrong, and somebody should look. */
export const isEarlyDoubtful = ({ issuedOn, budgetYear, isEarly }: DaysOfDocument): boolean =>
  isEarly && issuedOn !== null && yearOf(issuedOn) === budgetYear;

/** Money of an early release may be used when its year opens, and no money before it has been received. */
export function availableFrom({ issuedOn, receivedOn, budgetYear }: DaysOfDocument, today: string): string {
  const day = receivedOn ?? issuedOn ?? today;
  const opening = `${budgetYear}-01-01`;
  return day < opening ? opening : day;
}
