import { type MoneyUnit, parseMoney } from '#platform/sheet/money.ts';
import type { Cell } from '#platform/sheet/sheet-row.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

interface CellsOfRow<Key extends string> {
  readonly filled: (column: Key) => Cell | null;
  readonly fault: (column: Key, code: ErrorCode) => null;
}

export interface AmountInCell {
  /** Fen; below zero where the cell says minus. */
  readonly fen: bigint;
  /** The cell names its unit itself, so that nothing about it is in doubt. */
  readonly saysUnit: boolean;
}

/** More than the state pays in a year: a number that was typed into the wrong column, or in the wrong unit. */
const MOST_FEN = 100_000_000_000_000n;

/** Reads amounts of money in the cells of a row. */
export function moneyReader<Key extends string>({ filled, fault }: CellsOfRow<Key>) {
  return {
    money: (column: Key, unit: MoneyUnit | null): AmountInCell | null => {
      const cell = filled(column);
      if (!cell) return null;
      const read = parseMoney(cell, unit);
      if (!read.ok) return fault(column, read.code);
      const { fen, saysUnit } = read;
      return fen > MOST_FEN || fen < -MOST_FEN ? fault(column, 'OUT_OF_RANGE') : { fen, saysUnit };
    },
  };
}
