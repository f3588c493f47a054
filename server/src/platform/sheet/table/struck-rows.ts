import { errorCell } from '../cell.ts';
import type { SheetRow } from '../sheet-row.ts';

/**
 * The cells of a row without struck-through values. A row that is struck through counts as hidden; a single cell, or
 * part of one, holds a value that is no longer valid, and nothing tells the valid one: it cannot be read.
 */
export function heedStrikes(row: SheetRow, known: readonly number[]): SheetRow['cells'] {
  const { cells } = row;
  if (!cells.some((cell) => cell?.struck)) return cells;
  const filled = known.flatMap((column) => cells[column] ?? []);
  const struck = filled.filter((cell) => cell.struck === 'ALL');
  if (struck.length * 2 > filled.length) {
    row.isHidden = true;
    return cells;
  }
  return cells.map((cell) => (cell?.struck ? errorCell(cell.text, 'CELL_STRUCK') : cell));
}
