import { BankColumn } from '#schema/codes/money/payment.codes.ts';
import { yuanOf } from '#schema/scalars.ts';
import { encodeGbk } from './gbk.ts';
import { type Layout, signOf } from './layout.ts';

export interface BatchFacts {
  readonly number: string;
  readonly purpose: string;
}

export interface PaymentFacts {
  readonly serial: number;
  readonly payeeName: string;
  readonly account: string;
  readonly bankName: string;
  readonly amount: bigint;
}

export const amountText = ({ amountUnit }: Pick<Layout, 'amountUnit'>, fen: bigint): string =>
  amountUnit === 'FEN' ? fen.toString() : yuanOf(fen);

/** The file for the bank, row by row and cell by cell. */
export function bankRows(layout: Layout, batch: BatchFacts, payments: readonly PaymentFacts[]): string[][] {
  const rows = payments.map((payment) =>
    layout.sentColumns.map((column) => cellOf(layout, column, batch, payment)),
  );
  const header = layout.sentHeader
    ? [layout.sentColumns.map((column) => BankColumn.label(column as BankColumn, 'zh'))]
    : [];
  const trailer =
    layout.sentTrailer.length > 0
      ? [layout.sentTrailer.map((field) => totalOf(layout, field, payments))]
      : [];
  return [...header, ...rows, ...trailer];
}

function cellOf(layout: Layout, column: string, batch: BatchFacts, payment: PaymentFacts): string {
  const cells: Record<string, string> = {
    BATCH_NUMBER: batch.number,
    SERIAL: String(payment.serial),
    PAYEE_NAME: payment.payeeName,
    ACCOUNT: payment.account,
    BANK_NAME: payment.bankName,
    AMOUNT: amountText(layout, payment.amount),
    PURPOSE: batch.purpose,
  };
  return cells[column] ?? '';
}

function totalOf(layout: Layout, field: string, payments: readonly PaymentFacts[]): string {
  if (field === 'MARK') return trailerMark;
  if (field === 'COUNT') return String(payments.length);
  if (field !== 'SUM') return '';
  return amountText(
    layout,
    payments.reduce((sum, { amount }) => sum + amount, 0n),
  );
}

/** What stands in the last line in place of a name. */
export const trailerMark = '合计';

/** The same as text in the encoding of the bank; nothing in a cell can pass for a separator. */
export function bankText(layout: Layout, rows: readonly (readonly string[])[]): Buffer {
  const sign = signOf[layout.delimiter] ?? '|';
  const unwanted = new RegExp(`[p{Cc}${sign}]`, 'gu');
  const text = rows
    .map((cells) => `${cells.map((cell) => cell.replaceAll(unwanted, ' ')).join(sign)}\r\n`)
    .join('');
  return layout.encoding === 'GBK' ? encodeGbk(text) : Buffer.from(text, 'utf8');
}
