import type { Fault } from '#modules/imports/cells/fault.ts';
import { shownCell } from '#modules/imports/cells/value-changes.rules.ts';
import { placedHeading } from '#platform/sheet/header/chosen-headings.ts';
import type { Header, HeaderColumn } from '#platform/sheet/header/find-header.ts';
import { parseDay, parseYesNo } from '#platform/sheet/normalise.ts';
import { type Cell, columnIndex, type SheetRow } from '#platform/sheet/sheet-row.ts';
import type { TableRow } from '#platform/sheet/table/read-table.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { isBlankWord } from '#schema/codes/imports/blank-words.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { type SaidOfStates, saidNothing } from './said.ts';
import { isOfSomethingElse, type StateHeading, stateHeading } from './state-headings.ts';
import {
  type HelpState,
  mayBeEnd,
  plainState,
  readPlainState,
  readState,
  speaksOfEnd,
} from './state-words.ts';

/** A column in which a row may say that it has ended. */
export interface StateColumn extends HeaderColumn {
  readonly at: number;
  /** The key of the column if it has one, otherwise its heading. */
  readonly name: string;
  /** Null: any other column, in which only a cell that holds nothing but an end counts. */
  readonly state: StateHeading | null;
  readonly isNote: boolean;
}

const NOTE = /备注|说明|附注|^注$/;

/**
 * Columns of a sheet that may hold states: unrecognised ones, and the note. Columns that a person decided on for this
 * file are left out.
 */
export function stateColumnsOf(kind: ImportKind, header: Header): StateColumn[] {
  const ignored = header.ignored.filter(({ said }) => said !== 'NOW');
  const notes = header.recognised.filter(({ key }) => key === 'note');
  const found = ignored.map((one) => ({ ...one, key: null }));
  return [...found, ...notes].flatMap(({ key, ...one }): StateColumn[] => {
    const state = key === null ? stateHeading(kind, one.heading, one.group) : null;
    if (state === null && isOfSomethingElse(kind, one.heading, one.group)) return [];
    const name = key ?? placedHeading(one);
    return [{ ...one, at: columnIndex(one.column), name, state, isNote: NOTE.test(one.heading) }];
  });
}

const isUnfilled = (cell: Cell | null | undefined): cell is null | undefined =>
  !cell || cell.kind === 'error' || cell.text.trim() === '';

/** The state in a cell of such a column; null where there is none, `UNCLEAR` where it cannot be decided. */
function saidIn(
  cell: Cell,
  { yes, no, anything, isOfVisits, isOfChange }: StateHeading,
  isVisit: boolean,
): HelpState | 'UNCLEAR' | null {
  const answer = parseYesNo(cell);
  if (answer.ok && (answer.yes ? yes : no) !== null) return answer.yes ? yes : no;
  // 无人 below 是否见面 is not blank.
  if (isBlankWord(cell.text)) return yes === 'RUNS' && /\p{Script=Han}/u.test(cell.text) ? 'UNCLEAR' : null;
  // 未解除 below 解除原因 is no reason.
  const said = readState(cell.text, isVisit);
  // A visit that has ended was made.
  if (said === 'HELP_OVER' && isOfVisits) return 'UNCLEAR';
  // 脱贫 below 解除原因 is the most frequent reason.
  const isTakenBack = anything === null || /[未没不无]/.test(cell.text);
  if (said === 'RUNS' && isTakenBack) return said;
  return anything ?? said ?? (isOfChange && !mayBeEnd(cell.text) ? null : 'UNCLEAR');
}

/** Whether a cell of any column holds an end and nothing else. */
const LONGEST_WORDS = 12;
function saidAnywhere(text: string, isVisit: boolean): HelpState | null {
  if (
    text.length > LONGEST_WORDS ||
    isBlankWord(text) ||
    !/[故亡死逝世户销迁搬废除终束止消走未不减期离]/.test(text)
  )
    return null;
  const said = readPlainState(text, isVisit);
  const isPlain =
    /^已|世|亡|死|故|销户|注销|迁|作废|无效|失效|删除|移除|除名|过期|停用|帮扶|结对|走访|入户|见面|[不未]再?/.test(
      plainState(text),
    );
  return said !== null && said !== 'RUNS' && isPlain ? said : null;
}

const hasValue = (cell: Cell | null | undefined) => !isUnfilled(cell) && !isBlankWord(cell.text);

/** Whether the row has the day on which help ended, or names no helper: then it may say that there is no help. */
function isEnded(
  kind: ImportKind,
  { endedOn, helperName, assistantName }: TableRow['values'],
  today: string,
) {
  if (kind === 'ROSTER' && !hasValue(helperName) && !hasValue(assistantName)) return true;
  const read = endedOn && parseDay(endedOn, { months: true });
  return read?.ok === true && read.day <= today;
}

/** The fault of a row that has ended, or whose state cannot be decided. */
export function statesOf(
  columns: readonly StateColumn[],
  { cells, values }: Pick<TableRow, 'cells' | 'values'>,
  { kind, today }: { readonly kind: ImportKind; readonly today: string },
): SaidOfStates {
  if (columns.length === 0) return saidNothing;
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  const fault = ({ name }: StateColumn, { text }: Cell, code: ErrorCode): Fault => ({
    column: name,
    code,
    value: shownCell(name, text),
  });
  for (const column of columns) {
    const cell = cells[column.at];
    if (isUnfilled(cell)) continue;
    const said = column.state
      ? saidIn(cell, column.state, kind === 'VISITS')
      : saidAnywhere(cell.text, kind === 'VISITS');
    if (said === 'UNCLEAR') faults.push(fault(column, cell, 'STATE_UNCLEAR'));
    else if (said === 'OVER' || (said === 'HELP_OVER' && !isEnded(kind, values, today)))
      faults.push(fault(column, cell, 'ROW_IS_OVER'));
    else if (said === null && column.isNote && speaksOfEnd(cell.text))
      warnings.push(fault(column, cell, 'NOTE_SPEAKS_OF_END'));
  }
  return { faults, warnings };
}

/** State columns in which some of these rows have unclear words. */
export const unclearIn = (
  columns: readonly StateColumn[],
  rows: readonly { readonly cells: SheetRow['cells'] }[],
  kind: ImportKind,
): StateColumn[] =>
  columns.filter(({ at, state }) =>
    rows.some(({ cells }) => {
      const cell = cells[at];
      return state !== null && !isUnfilled(cell) && saidIn(cell, state, kind === 'VISITS') === 'UNCLEAR';
    }),
  );
