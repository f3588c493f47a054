import type { Bounds } from '#modules/imports/staging/stage.ts';
import type { Context } from '#platform/core/context.ts';
import type { fund } from '#schema/fund/fund.table.ts';
import {
  type DocumentRow,
  type LineRow,
  selectClosedThrough,
  selectDocuments,
  selectFundsOfYears,
  selectLinesOf,
  selectUnallocated,
} from '../document.queries.ts';
import { candidatesIn } from '../line-ties.rules.ts';
import type { FundRow } from './fund-documents.rules.ts';
import { typicalOf } from './units.rules.ts';

export type KnownDocument = Omit<DocumentRow, 'version'>;
export type KnownFund = Pick<typeof fund.$inferSelect, 'id' | 'status' | 'fiscalYear' | 'name'>;
/** A line on record, or one that a row of the list makes. */
export type KnownLine = Omit<LineRow, 'version'> & { readonly documentNumber: string };

export interface FundIndex {
  readonly countyCode: string;
  readonly documents: Map<string, KnownDocument>;
  readonly lines: Map<string, KnownLine[]>;
  /** Lines on record that a row of the list is about. */
  readonly met: Set<string>;
  /** Fiscal help funds of a year. */
  readonly funds: Map<number, KnownFund[]>;
  /** What of a line is allocated to nothing yet. */
  readonly unallocated: Map<string, bigint>;
  /** Rows of the list, by document. */
  readonly rows: Map<string, FundRow[]>;
  closedThrough: string | null;
  /** A usual amount of the list; null for a list too short to have one. */
  typical: bigint | null;
  readonly looked: Set<string>;
}

export interface FundChanges {
  readonly funds: KnownFund[];
  readonly documents: KnownDocument[];
  readonly lines: { readonly line: KnownLine; readonly document: KnownDocument }[];
  readonly stated: { readonly before: KnownLine; readonly after: StatedFigures }[];
}

export type StatedFigures = Pick<KnownLine, 'statedAllocated' | 'statedDisbursed' | 'statedPaid'>;

export const noFundChanges = (): FundChanges => ({ funds: [], documents: [], lines: [], stated: [] });

export const createFundIndex = async (ctx: Context, countyCode: string): Promise<FundIndex> => ({
  countyCode,
  documents: new Map(),
  lines: new Map(),
  met: new Set(),
  funds: new Map(),
  unallocated: new Map(),
  rows: new Map(),
  closedThrough: await selectClosedThrough(ctx, countyCode),
  typical: null,
  looked: new Set(),
});

/** What a row says beside its columns, in which it may name another document. */
export const wordsOf = ({ note, title }: Pick<FundRow, 'note' | 'title'>): string =>
  `${note ?? ''} ${title ?? ''}`;

export async function readUpFunds(
  ctx: Context,
  index: FundIndex,
  rows: readonly FundRow[],
  _bounds: Bounds,
  lock: boolean,
): Promise<void> {
  for (const row of rows)
    index.rows.set(row.documentNumber, [...(index.rows.get(row.documentNumber) ?? []), row]);
  index.typical ??= typicalOf(rows.flatMap(({ lines }) => lines.map(({ fen }) => fen)));
  const { countyCode } = index;
  const years = [...new Set(rows.map(({ budgetYear }) => budgetYear))].filter(
    (year) => !index.funds.has(year),
  );
  for (const year of years) index.funds.set(year, []);
  for (const one of await selectFundsOfYears(ctx, countyCode, years))
    index.funds.get(one.fiscalYear)?.push(one);
  const named = rows.flatMap((row) => [row.documentNumber, ...candidatesIn(wordsOf(row))]);
  const numbers = [...new Set(named)].filter((number) => !index.looked.has(number));
  for (const number of numbers) index.looked.add(number);
  const documents = await selectDocuments(ctx, countyCode, numbers, lock);
  for (const one of documents) index.documents.set(one.number, one);
  const lines = await selectLinesOf(
    ctx,
    countyCode,
    documents.map(({ id }) => id),
  );
  for (const line of lines) noteLine(index, line);
  const left = await selectUnallocated(
    ctx,
    countyCode,
    lines.map(({ id }) => id),
  );
  for (const [id, amount] of left) index.unallocated.set(id, amount);
}

export const noteLine = (index: FundIndex, line: KnownLine): void => {
  index.lines.set(line.documentNumber, [...(index.lines.get(line.documentNumber) ?? []), line]);
};
