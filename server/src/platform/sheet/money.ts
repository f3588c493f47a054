import { withoutBlanks } from '#schema/text.ts';
import type { Cell } from './sheet-row.ts';

/** What one of the unit is in fen, as a power of ten. */
const UNITS = { 元: 2, 千元: 5, 万元: 6, 万: 6, 百万元: 8, 亿元: 10, 亿: 10 } as const;
export type MoneyUnit = keyof typeof UNITS;

export type ParsedMoney =
  | { readonly ok: true; readonly fen: bigint; readonly saysUnit: boolean }
  | { readonly ok: false; readonly code: 'MONEY_INVALID' | 'UNIT_UNKNOWN' };

const AMOUNT =
  /^(?:人民币|[¥￥])?([-+−–]?)(?:[¥￥])?(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,15}))?(百万元|亿元|万元|千元|元|万|亿)?整?$/u;

/** 3,290.21, ２５００, 4,560,000元, (25.75) and -25.75 as bookkeepers write them. */
const unbracketed = (text: string): string => text.replace(/^\((.+)\)$/, '-$1');

/**
 * An amount in whole fen, worked out from its digits: never by way of a float, and never rounded. The unit in the cell
 * itself counts, else `unit`, which the heading or the title says.
 */
export function parseMoney(cell: Pick<Cell, 'text'>, unit: MoneyUnit | null): ParsedMoney {
  const bad = { ok: false, code: 'MONEY_INVALID' } as const;
  const [, sign, whole, fraction = '', own] = AMOUNT.exec(unbracketed(withoutBlanks(cell.text))) ?? [];
  if (whole === undefined) return bad;
  const of = (own as MoneyUnit | undefined) ?? unit;
  const digits = fraction.replace(/0+$/, '');
  const isZero = /^[0,]*$/.test(whole) && digits === '';
  if (!of) return isZero ? { ok: true, fen: 0n, saysUnit: false } : { ok: false, code: 'UNIT_UNKNOWN' };
  const places = UNITS[of];
  if (digits.length > places) return bad;
  const fen = BigInt(whole.replaceAll(',', '') + digits.padEnd(places, '0'));
  return { ok: true, fen: sign && sign !== '+' ? -fen : fen, saysUnit: own !== undefined };
}

const UNIT_IN_WORDS = /(百万元|亿元|万元|千元|元)/u;

/** The unit that a heading or a title states: 指标金额（万元）, 单位：元. */
export function unitIn(text: string): MoneyUnit | null {
  const plain = withoutBlanks(text);
  const [, stated] =
    /(?:单位|金额单位|计量单位)(?::|为|是)?\(?(?:人民币)?(百万元|亿元|万元|千元|元)/u.exec(plain) ??
    /\((?:单位:?)?(?:人民币)?(百万元|亿元|万元|千元|元)[^)]*\)/u.exec(plain) ??
    [];
  return (stated as MoneyUnit | undefined) ?? null;
}

/** The unit of a column: its heading may name it without brackets, as 金额万元 does. */
export function unitOfHeading(heading: string): MoneyUnit | null {
  const [, named] = UNIT_IN_WORDS.exec(withoutBlanks(heading)) ?? [];
  return unitIn(heading) ?? (named as MoneyUnit | undefined) ?? null;
}
