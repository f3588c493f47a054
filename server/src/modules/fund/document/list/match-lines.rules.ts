import type { Fault } from '#modules/imports/cells/fault.ts';
import type { FundRow } from './fund-documents.rules.ts';
import type { FundIndex, KnownLine } from './fund-index.ts';
import type { LevelAmount } from './levels-in-cells.rules.ts';

type Matched = { readonly fault: Fault } | { readonly line: KnownLine | null };

const CODES = ['projectCode', 'functionCode', 'economicCode'] as const;

/**
 * The line on record that a row is about: of the same document, level, task and amount. Where one differs in its amount
 * alone, and no row of the list has that amount, the row is refused: what is in the books is not changed by a list.
 */
export function matchLine(
  index: FundIndex,
  row: FundRow,
  { level, fen }: LevelAmount,
  met: ReadonlySet<string>,
): Matched {
  const alike = (index.lines.get(row.documentNumber) ?? []).filter(
    (line) => line.level === level && line.task === row.task && !met.has(line.id),
  );
  const same = alike.filter(({ amount }) => amount === fen);
  const line = same.find((one) => differenceOf(one, row) === null) ?? same[0];
  if (line) {
    const column = differenceOf(line, row);
    return column ? { fault: { column, code: 'LINE_DIFFERS' } } : { line };
  }
  const amounts = (index.rows.get(row.documentNumber) ?? [])
    .filter(({ task }) => task === row.task)
    .flatMap(({ lines }) => lines.flatMap((one) => (one.level === level ? [one.fen] : [])));
  const isChanged = alike.some(({ amount }) => !amounts.includes(amount));
  return isChanged ? { fault: { column: 'amount', code: 'LINE_DIFFERS' } } : { line: null };
}

/** The first column in which a row differs from a line on record; a blank cell differs from nothing. */
function differenceOf(line: KnownLine, row: FundRow): string | null {
  const column = CODES.find((one) => row[one] !== null && line[one] !== null && row[one] !== line[one]);
  return column ?? (line.isDirect === row.isDirect ? null : 'direct');
}
