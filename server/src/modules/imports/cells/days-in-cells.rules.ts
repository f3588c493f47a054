import { addDays } from '#platform/core/clock.ts';
import { monthWithoutZero, type ParsedDay, parseDay } from '#platform/sheet/normalise.ts';
import type { Cell } from '#platform/sheet/sheet-row.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { isNoEnd } from '#schema/codes/imports/blank-words.ts';

interface CellsOfRow<Key extends string> {
  /** The cell, if it has a value. */
  readonly filled: (column: Key) => Cell | null;
  readonly fault: (column: Key, code: ErrorCode) => null;
  readonly warn: (column: Key, code: ErrorCode) => void;
  readonly warnings: () => readonly { readonly column: string; readonly code: ErrorCode }[];
  readonly today: () => string;
  /** Warns if the day is after the day of the list; returns the day. */
  readonly compared: (column: Key, day: string) => string;
}

const lastOfMonth = (day: string): string => {
  const next =
    Number(day.slice(5, 7)) === 12
      ? `${Number(day.slice(0, 4)) + 1}-01`
      : `${day.slice(0, 5)}${String(Number(day.slice(5, 7)) + 1).padStart(2, '0')}`;
  return addDays(`${next}-01`, -1);
};

/** Reads the days in the cells of a row. */
export function dayReader<Key extends string>({
  filled,
  fault,
  warn,
  warnings,
  today,
  compared,
}: CellsOfRow<Key>) {
  const dayOf = (column: Key, read: ParsedDay, latest: string | null): string | null => {
    if (!read.ok) return fault(column, read.code);
    // A column that may hold future days may hold planned ones.
    if (latest === null) return read.day;
    return read.day > latest ? fault(column, 'DATE_IN_FUTURE') : compared(column, read.day);
  };
  const dayOrMonth = (column: Key, cell: Cell): ParsedDay => {
    const day = parseDay(cell);
    // 2026.1 may be October, written without its last zero.
    if (day.ok || monthWithoutZero(cell)) return day;
    const month = parseDay(cell, { months: true });
    if (month.ok) warn(column, 'MONTH_FOR_DAY');
    return month;
  };
  return {
    day: (column: Key, latest: string | null = today()): string | null => {
      const cell = filled(column);
      return cell && dayOf(column, parseDay(cell), latest);
    },
    /** The first day of something; a month alone counts as its first day, with a warning. */
    firstDay: (column: Key): string | null => {
      const cell = filled(column);
      return cell && dayOf(column, dayOrMonth(column, cell), today());
    },
    /** The last day of something, which may be in the future; 至今 and the like mean that there is none. */
    lastDay: (column: Key): string | null => {
      const cell = filled(column);
      if (!cell || isNoEnd(cell.text)) return null;
      const day = dayOf(column, dayOrMonth(column, cell), null);
      const isMonth = warnings().some((one) => one.column === column && one.code === 'MONTH_FOR_DAY');
      if (day) compared(column, day);
      return day && isMonth ? lastOfMonth(day) : day;
    },
    /**
     * A month alone is returned as `2026-09`, for comparisons only. 1965.1 is October with its zero lost if `known`,
     * the value to compare with, says so.
     */
    monthOrDay: (column: Key, known: () => string | null): string | null => {
      const cell = filled(column);
      if (!cell) return null;
      const october = monthWithoutZero(cell);
      if (october && known()?.startsWith(october)) return october;
      const read = parseDay(cell);
      if (read.ok) return read.day;
      const month = parseDay(cell, { months: true });
      return month.ok ? month.day.slice(0, 7) : fault(column, month.code);
    },
  };
}
