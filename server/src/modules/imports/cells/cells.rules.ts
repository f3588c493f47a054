import { type SaidOfStates, saidNothing } from '#modules/imports/states/said.ts';
import { type Measure, parseCount } from '#platform/sheet/normalise.ts';
import type { Cell } from '#platform/sheet/sheet-row.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { isBlankWord } from '#schema/codes/imports/blank-words.ts';
import { holdsNumber } from '#schema/person/mask.ts';
import { checkResidentId, normaliseResidentId, type ResidentIdCheck } from '#schema/person/resident-id.ts';
import { foldLine, foldName, saysSomething, withoutBlanks } from '#schema/text.ts';
import { codeReader } from './codes-in-cells.rules.ts';
import { dayReader } from './days-in-cells.rules.ts';
import type { Fault } from './fault.ts';
import { moneyReader } from './money-in-cells.rules.ts';
import { peopleReader } from './people-in-cells.rules.ts';
import { birthColumns } from './value-changes.rules.ts';

/** Ditto marks: refused, since sorting such a list assigns values to the wrong people. */
const DITTO = /^["”“″′〃]{1,2}$|^(同上|同前|如上|同上行|同上一行|ditto)$/i;
/** Columns of free text, where such words are allowed. */
const PROSE = new Set(['note', 'findings', 'incomeNote', 'problem', 'request', 'handling']);

export type Cells<Key extends string> = Readonly<Record<Key, Cell | null>>;

export type CellReader<Key extends string> = ReturnType<typeof cellReader<Key>>;

/**
 * Made once per file and opened for each row: reads its cells and records each fault. Every reader returns null for a
 * blank cell, for a word that means nothing, and for a faulty one; a row with a fault is refused as a whole, so such a
 * null is never used. Cells that show an error or were never calculated are faults.
 */
export function cellReader<Key extends string>() {
  let cells: Partial<Cells<Key>> = {};
  let today = '';
  let asOf: string | null = null;
  let faults: Fault[] = [];
  let warnings: Fault[] = [];
  let beside = saidNothing;
  const warn = (column: Key, code: ErrorCode): void => {
    warnings.push({ column, code });
  };
  const fault = (column: Key, code: ErrorCode): null => {
    faults.push({ column, code });
    return null;
  };
  /**
   * A list cannot contain days later than its own: one of the two is wrong. Birth dates are exempt: trying one list day
   * after another would reveal the date that completes a masked number.
   */
  const compared = (column: Key, day: string): string => {
    if (asOf !== null && day > asOf && day <= today && !birthColumns.has(column))
      warn(column, 'DATE_AFTER_LIST');
    return day;
  };
  const isAtFault = (column: Key) =>
    faults.length > 0 && faults.some((one) => one.column === column && one.code === 'CELL_DITTO');
  const filled = (column: Key): Cell | null => {
    const cell = cells[column];
    return cell && cell.kind !== 'error' && !isBlankWord(cell.text) && !isAtFault(column) ? cell : null;
  };
  const readable = (column: Key): Cell | null => {
    const cell = cells[column];
    return cell && cell.kind !== 'error' && !isAtFault(column) ? cell : null;
  };
  const sound = (column: Key, value: string, longest: number): string | null => {
    if (value === '') return null;
    if (value.length > longest) return fault(column, 'TOO_LONG');
    // What PostgreSQL cannot store.
    return value.includes('\0') || /\p{Surrogate}/u.test(value) ? fault(column, 'INVALID_TEXT') : value;
  };
  const legible = (column: Key, value: string | null) =>
    value !== null && !saysSomething(value) ? fault(column, 'INVALID_TEXT') : value;
  /** Names are shown to everybody, so a name must not hold an id or phone number. */
  const named = (column: Key, value: string, longest: number) =>
    holdsNumber(value) ? fault(column, 'NAME_HOLDS_NUMBER') : legible(column, sound(column, value, longest));
  const text = (column: Key, longest = 200) => sound(column, foldLine(filled(column)?.text ?? ''), longest);
  const required = <T>(column: Key, value: T | null): T | null => {
    const isFilled = filled(column) || cells[column]?.error || isAtFault(column);
    return value === null && !isFilled ? fault(column, 'REQUIRED_MISSING') : value;
  };
  return {
    open(row: Cells<Key>, of: { readonly today: string; readonly asOf: string | null }): void {
      cells = row;
      ({ today, asOf } = of);
      faults = [...beside.faults];
      warnings = [...beside.warnings];
      beside = saidNothing;
      for (const column in row) {
        const cell = row[column];
        if (cell?.error) fault(column, cell.error);
        else if (cell && cell.text.length < 5 && !PROSE.has(column) && DITTO.test(withoutBlanks(cell.text)))
          fault(column, 'CELL_DITTO');
      }
    },
    /** Sets the state of the next row found in columns outside the import's own. */
    beside: (said: SaidOfStates): void => {
      beside = said;
    },
    /** Whether the row describes something that has ended: it is then no duplicate of another row. */
    isOver: (): boolean => faults.some(({ code }) => code === 'ROW_IS_OVER'),
    faults: (): readonly Fault[] => faults,
    /** Warnings about a row that was not refused. */
    warnings: (): readonly Fault[] => warnings,
    /** Whether a cell has a value. */
    isFilled: (column: Key): boolean =>
      filled(column) !== null || cells[column]?.kind === 'error' || isAtFault(column),
    /** Whether a cell has a word for none, such as 无, instead of being blank. */
    saysNothing: (column: Key): boolean => {
      const cell = readable(column);
      return cell !== null && isBlankWord(cell.text);
    },
    fault,
    warn,
    text,
    required,
    ...codeReader({ readable, fault }),
    ...moneyReader({ filled, fault }),
    ...peopleReader({ filled, named, fault, warn }),
    ...dayReader({ filled, fault, warn, warnings: () => warnings, today: () => today, compared }),
    /** Free text, with its own punctuation. */
    prose: (column: Key, longest = 2_000) => sound(column, (filled(column)?.text ?? '').trim(), longest),
    /** Free text that must be readable if it is given. */
    telling: (column: Key, longest = 2_000) =>
      legible(column, sound(column, (filled(column)?.text ?? '').trim(), longest)),
    /** The name of an organization or a place. */
    name: (column: Key, longest = 50) => named(column, foldName(filled(column)?.text ?? ''), longest),
    count: (column: Key, most: number, measure: Measure): number | null => {
      const cell = filled(column);
      if (!cell) return null;
      const read = parseCount(cell, measure);
      if (!read.ok) return fault(column, read.code);
      return read.count > most ? fault(column, 'OUT_OF_RANGE') : read.count;
    },
    residentId: (column: Key): Extract<ResidentIdCheck, { ok: true }> | null => {
      const cell = filled(column);
      if (!cell) return null;
      if (cell.precisionLost) return fault(column, 'ID_PRECISION_LOST');
      const check = checkResidentId(cell.text, today);
      return check.ok ? check : fault(column, check.code);
    },
  };
}

/** The birth date in the id number of a cell, if the number is valid. */
export function birthIn(cell: Cell | null, today: string): string | null {
  const id = checkResidentId(normaliseResidentId(cell?.text ?? '').slice(0, 18), today);
  return id.ok ? id.birthDate : null;
}
