import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import type { ErrorCode } from './codes/errors/error-codes.ts';

/** Refuses a value with a code; the API turns it into a field error at the value's place. */
const refused = (code: ErrorCode) => new GraphQLError(code, { extensions: { fieldCode: code } });

function textScalar(name: string, description: string, code: ErrorCode, isSound: (text: string) => boolean) {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && isSound(value)) return value;
    throw refused(code);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: check,
    parseLiteral: (node: ValueNode) => check(node.kind === Kind.STRING ? node.value : null),
  });
}

function isCalendarDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (!year || !month || !day || year < 1900 || year > 2100) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export const Day = textScalar(
  'Day',
  'A calendar day, `YYYY-MM-DD`, 1900 to 2100; business days are counted in Asia/Shanghai.',
  'DATE_INVALID',
  isCalendarDay,
);

export const Period = textScalar(
  'Period',
  'A visiting period: a quarter such as `2026-Q3`, or a month such as `2026-07`.',
  'PERIOD_INVALID',
  (text) => /^(19|20)\d{2}-(Q[1-4]|0[1-9]|1[0-2])$/.test(text),
);

/** Instants leave the database as text in its own form; the API always writes ISO 8601 in UTC. */
export const Instant = new GraphQLScalarType<string, string>({
  name: 'Instant',
  description: 'A moment in time, ISO 8601 in UTC, such as `2026-09-30T08:00:00.000Z`.',
  serialize: (value) => new Date(String(value)).toISOString(),
  parseValue: (value) => {
    const isSound = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value);
    const date = new Date(isSound ? value : Number.NaN);
    if (Number.isNaN(date.getTime())) throw refused('DATE_INVALID');
    return date.toISOString();
  },
});

const largestFen = 2n ** 63n - 1n;

/** Whole fen of a decimal string of yuan, or null: never rounded, never by way of a float. */
export function fenOf(text: string): bigint | null {
  const [, sign, yuan, fraction = ''] = /^(-?)(\d{1,17})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (yuan === undefined) return null;
  const fen = BigInt(yuan) * 100n + BigInt(fraction.padEnd(2, '0'));
  if (fen > largestFen) return null;
  return sign === '-' ? -fen : fen;
}

export function yuanOf(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const Money = new GraphQLScalarType<bigint, string>({
  name: 'Money',
  description:
    'An amount of money: a decimal string of yuan with two digits, such as `"11440.00"`. Never a number.',
  serialize: (value) => yuanOf(BigInt(value as bigint)),
  parseValue: (value) => {
    const fen = typeof value === 'string' ? fenOf(value) : null;
    if (fen === null) throw refused('MONEY_INVALID');
    return fen;
  },
  parseLiteral: (node) => {
    const fen = node.kind === Kind.STRING ? fenOf(node.value) : null;
    if (fen === null) throw refused('MONEY_INVALID');
    return fen;
  },
});
