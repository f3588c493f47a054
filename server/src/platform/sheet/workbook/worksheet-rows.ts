import {
  attribute,
  createXmlScanner,
  decodeXml,
  type XmlHandler,
} from '#platform/sheet/container/xml-scanner.ts';
import { booleanCell, dateCell, errorCell, isoDateCell, numberCell, textCell } from '../cell.ts';
import { SheetError } from '../sheet-error.ts';
import { type Cell, columnIndex, type SheetLimits, type SheetRow } from '../sheet-row.ts';
import type { CellStyle } from './cell-styles.ts';
import { createMergeFiller, type Merge } from './merges.ts';
import { type SharedStrings, unescapeText } from './shared-strings.ts';
import { type Strike, strikeCounter } from './struck-text.ts';

export interface WorksheetContext {
  strings: SharedStrings;
  styles: readonly CellStyle[];
  is1904: boolean;
  merges: readonly Merge[];
  limits: SheetLimits;
  /** Filled with the hidden columns. */
  hiddenColumns: Set<number>;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** Rows with content, while they are inflated; only the rows of one piece of 64 KiB are held. */
export async function* readWorksheet(
  chunks: AsyncIterable<Buffer>,
  context: WorksheetContext,
): AsyncGenerator<SheetRow> {
  const { maxRows, maxColumns } = context.limits;
  const reader = createRowReader(context);
  const scanner = createXmlScanner(reader.handler);
  const fillMerges = createMergeFiller(context.merges, maxColumns);
  let count = 0;
  for await (const text of decodeXml(chunks)) {
    scanner.push(text);
    for (const row of reader.takeRows()) {
      if (!fillMerges(row)) continue;
      count += 1;
      if (count > maxRows) throw new SheetError('TOO_MANY_ROWS');
      yield row;
    }
  }
  scanner.end();
  if (!reader.isComplete()) throw new SheetError('FILE_BROKEN');
}

function createRowReader(context: WorksheetContext) {
  let rows: SheetRow[] = [];
  let row: SheetRow = { number: 0, cells: [] };
  let cell: RawCell = {
    column: -1,
    type: '',
    style: -1,
    value: '',
    isFormula: false,
    hasValue: false,
    strike: null,
  };
  const strikes = strikeCounter();
  let hidesRows = false;
  let capture = false;
  let inCell = false;
  let inPhonetic = false;
  let isComplete = false;

  const handler: XmlHandler = {
    open(name, attributes) {
      switch (name) {
        case 'c':
          cell = startCell(attributes, cell.column);
          inCell = true;
          break;
        case 'is':
          strikes.begin();
          break;
        case 'r':
        case 'rPr':
        case 'strike':
          strikes.open(name, attributes);
          break;
        case 'sheetFormatPr':
          hidesRows = isTrue(attribute(attributes, 'zeroHeight'));
          break;
        case 'f':
          cell.isFormula = true;
          break;
        case 'v':
        case 't':
          capture = inCell && !inPhonetic;
          cell.hasValue = true;
          break;
        case 'rPh':
          inPhonetic = true;
          break;
        case 'col':
          noteHidden(attributes, context);
          break;
        case 'row':
          row = { number: rowNumber(attributes, row.number), cells: [] };
          if (isHiddenRow(attributes, hidesRows)) row.isHidden = true;
          cell.column = -1;
          break;
      }
    },
    text(text) {
      if (!capture) return;
      cell.value += text;
      if (cell.type === 'inlineStr') strikes.text(text);
    },
    close(name) {
      switch (name) {
        case 'v':
        case 't':
          capture = false;
          break;
        case 'r':
        case 'rPr':
          strikes.close(name);
          break;
        case 'is':
          cell.strike = strikes.strike();
          break;
        case 'c':
          inCell = false;
          putCell(row, cell, context);
          break;
        case 'rPh':
          inPhonetic = false;
          break;
        case 'row':
          rows.push(row);
          break;
        case 'sheetData':
          isComplete = true;
          break;
      }
    },
  };
  const takeRows = () => {
    const taken = rows;
    rows = [];
    return taken;
  };
  return { handler, takeRows, isComplete: () => isComplete };
}

/** In points: a lower row is unreadable. */
const LEAST_HEIGHT = 3;
/** In characters. */
const LEAST_WIDTH = 0.5;

/** `byDefault`: the sheet hides rows without a height of their own. */
function isHiddenRow(attributes: string, byDefault: boolean): boolean {
  if (attributes.includes('hidden') && isTrue(attribute(attributes, 'hidden'))) return true;
  if (!byDefault && !attributes.includes('ht')) return false;
  const height = attribute(attributes, 'ht');
  return height === undefined ? byDefault : Number(height) < LEAST_HEIGHT;
}

function noteHidden(attributes: string, { hiddenColumns, limits }: WorksheetContext): void {
  const isNarrow = Number(attribute(attributes, 'width') ?? LEAST_WIDTH) < LEAST_WIDTH;
  if (!isNarrow && !isTrue(attribute(attributes, 'hidden'))) return;
  const last = Math.min(Number(attribute(attributes, 'max')), limits.maxColumns);
  for (let column = Number(attribute(attributes, 'min')); column <= last; column++)
    hiddenColumns.add(column - 1);
}

const isTrue = (flag: string | undefined) => /^(1|true|on)$/i.test(flag ?? '');

interface RawCell {
  column: number;
  type: string;
  style: number;
  value: string;
  isFormula: boolean;
  hasValue: boolean;
  /** Strike-through by the fonts within its text. */
  strike: Strike;
}

function startCell(attributes: string, previousColumn: number): RawCell {
  const reference = attribute(attributes, 'r');
  const column = reference === undefined ? previousColumn + 1 : columnIndex(reference);
  if (column < 0 || column >= LAST_COLUMN) throw new SheetError('FILE_BROKEN');
  return {
    column,
    type: attribute(attributes, 't') ?? 'n',
    style: Number(attribute(attributes, 's') ?? -1),
    value: '',
    isFormula: false,
    hasValue: false,
    strike: null,
  };
}

function rowNumber(attributes: string, previous: number): number {
  const number = Number(attribute(attributes, 'r') ?? previous + 1);
  if (!Number.isInteger(number) || number <= previous || number > LAST_ROW)
    throw new SheetError('FILE_BROKEN');
  return number;
}

function putCell(row: SheetRow, raw: RawCell, context: WorksheetContext): void {
  const cell = raw.value === '' ? emptyCell(raw) : toCell(raw, context);
  if (!cell) return;
  if (raw.column >= context.limits.maxColumns) throw new SheetError('TOO_MANY_COLUMNS');
  while (row.cells.length < raw.column) row.cells.push(null);
  row.cells[raw.column] = cell;
  const struck = struckIn(raw, context);
  if (struck) cell.struck = struck;
}

/** What of a cell is struck through: the fonts within its text override its style. */
function struckIn(
  { type, value, strike, style }: RawCell,
  { strings, styles }: WorksheetContext,
): Cell['struck'] {
  const own = type === 's' ? strings.strikeOf(Number(value)) : strike;
  if (own === 'NONE') return undefined;
  return own ?? (styles[style]?.isStruck ? 'ALL' : undefined);
}

/**
 * Programs that write formulas without calculating them store no value; a formula that yields an empty text has one.
 */
function emptyCell({ isFormula, hasValue, type }: RawCell): Cell | null {
  const isEmptyText = type === 'str' && hasValue;
  return isFormula && !isEmptyText ? errorCell('=', 'CELL_NOT_CALCULATED') : null;
}

function toCell(raw: RawCell, context: WorksheetContext): Cell | null {
  switch (raw.type) {
    case 's':
      return textCell(context.strings.get(Number(raw.value)));
    case 'str':
    case 'inlineStr':
      return textCell(unescapeText(raw.value));
    case 'e':
      return errorCell(raw.value, 'CELL_ERROR');
    case 'b':
      return booleanCell(raw.value);
    case 'd':
      return isoDateCell(raw.value);
    default:
      return context.styles[raw.style]?.isDay
        ? dateCell(raw.value, context.is1904)
        : numberCell(raw.value, context.is1904);
  }
}
