import { halfWidth, withoutBlanks } from '#schema/text.ts';
import { serialToDate } from './excel-dates.ts';
import type { Cell } from './sheet-row.ts';

type Parsed<Value, Code extends string> = ({ ok: true } & Value) | { ok: false; code: Code };
export type ParsedDay = Parsed<{ day: string }, 'DATE_INVALID'>;
export type ParsedCount = Parsed<{ count: number }, 'NUMBER_INVALID'>;
export type ParsedYesNo = Parsed<{ yes: boolean }, 'YES_NO_INVALID'>;

const badDay: ParsedDay = { ok: false, code: 'DATE_INVALID' };

export interface DayOptions {
  /** Whether a month stands for its first day. */
  months?: boolean;
}

/** Smaller serials would be days before 1927, and are more likely a year or a typing error. */
const MIN_SERIAL = 10_000;

export function parseDay(cell: Cell, { months = false }: DayOptions = {}): ParsedDay {
  if (cell.date !== undefined) return checkDay(...splitIso(cell.date));
  const isSerial = cell.number !== undefined && cell.number >= MIN_SERIAL && cell.number < 100_000;
  if (isSerial && cell.number !== undefined) {
    const moment = serialToDate(cell.number, cell.is1904 ?? false);
    return moment ? checkDay(...splitIso(moment.date)) : badDay;
  }
  return parseDayText(cell.text, months);
}

/** A time of day after a day. */
const TIME =
  /(?:(?<=\d)[T\s]+|(?<=[日号])\s*)(?:上午|下午|早上|晚上)?\s*(?:\d{1,2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?|[时点](?:\d{1,2}分)?(?:\d{1,2}秒)?))?(?:Z|[+-]\d{2}:?\d{2})?$/i;
const WEEKDAY = /\s*\(?(星期|周|礼拜)[一二三四五六日天]\)?$/;
const DIGITS = '〇一二三四五六七八九';
/** Dates written in characters, such as 二〇二六年三月五日. */
const WRITTEN =
  /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?$/;

/** 十 to 三十一. */
function writtenCount(word: string): number {
  const [tens, ones = ''] = word.includes('十') ? word.split('十') : ['0', word];
  const digit = (character: string) => (character === '' ? 0 : DIGITS.indexOf(character));
  return (tens === '0' ? 0 : tens === '' ? 1 : digit(tens ?? '')) * 10 + digit(ones);
}

function inDigits(text: string): string {
  const [, year, month = '', day] = WRITTEN.exec(text) ?? [];
  if (year === undefined) return text;
  const years = [...year.replace(/[零○]/g, '〇')].map((character) => DIGITS.indexOf(character)).join('');
  return [years, writtenCount(month), ...(day === undefined ? [] : [writtenCount(day)])].join('-');
}

/** Separators between year, month and day: 2026.3.5, 2026/3/5, 2026年3月5日, 2026、3、5, 2026 3 5. */
const SIGN = '[-./年。、·\\\\,_~]';
const MONTH_SIGN = '[-./月。、·\\\\,_~]';
const DAY = new RegExp(`^(\\d{4})${SIGN}(\\d{1,2})${MONTH_SIGN}(\\d{1,2})[日号]?$`);
const MONTH = new RegExp(`^(\\d{4})${SIGN}(\\d{1,2})(?:月份?)?$`);

function parseDayText(raw: string, months: boolean): ParsedDay {
  const plain = halfWidth(raw)
    .replace(/^['’‘`]+/, '')
    .replace(TIME, '')
    .replace(WEEKDAY, '')
    .replace(/(\d)\s+(?=\d)/g, '$1-')
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  const text = inDigits(plain);
  const day = DAY.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (day) return checkDay(Number(day[1]), Number(day[2]), Number(day[3]));
  const month = MONTH.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  return month && months ? checkDay(Number(month[1]), Number(month[2]), 1) : badDay;
}

function splitIso(date: string): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function checkDay(year: number, month: number, day: number): ParsedDay {
  if (year < 1900 || year > 2100) return badDay;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? { ok: true, day: date.toISOString().slice(0, 10) } : badDay;
}

/** Units after a number, by what is counted. */
const MEASURES = {
  people: '口人|个人|人口|人|口|名|位',
  months: '个月|个月份|月',
} as const;
export type Measure = keyof typeof MEASURES;

const counts = Object.fromEntries(
  Object.entries(MEASURES).map(([measure, words]) => [
    measure,
    new RegExp(`^(?:共|约)?(\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(?:\\.0+)?(?:${words})?$`),
  ]),
) as Record<Measure, RegExp>;

/** Counts written in characters: 五口人, 十二个月, 两人. */
const WRITTEN_COUNT =
  /^(共|约)?([一二三四五六七八九]?十[一二三四五六七八九]?|[〇一二三四五六七八九])(?=\D+$)/;
const inUsualDigits = (text: string): string => text.replace(/[两俩]/g, '二').replace(/[零○]/g, '〇');

/** A whole number from 0 on, optionally with thousands separators or a unit: 5口人, 6个月, 五口人. */
export function parseCount(cell: Cell, measure: Measure): ParsedCount {
  const text = inUsualDigits(withoutBlanks(cell.text)).replace(
    WRITTEN_COUNT,
    (_, about: string = '', word: string) => about + writtenCount(word),
  );
  const match = counts[measure].exec(text);
  return match?.[1]
    ? { ok: true, count: Number(match[1].replaceAll(',', '')) }
    : { ok: false, code: 'NUMBER_INVALID' };
}

/**
 * A month whose trailing zero a spreadsheet removed: 1965.10 became the number 1965.1. Returns October, as 1965-10;
 * null for any other cell.
 */
export function monthWithoutZero(cell: Cell): string | null {
  const [, year] = /^(\d{4})\.1$/.exec(withoutBlanks(cell.text)) ?? [];
  return year === undefined ? null : `${year}-10`;
}

/** The subject may follow yes or no: 未享受低保. */
const benefits = ['', '低保', '低保政策', '低保待遇', '最低生活保障', '待遇'];
const withBenefit = (...words: string[]) => words.flatMap((word) => benefits.map((what) => word + what));

const YES = new Set([
  ...['是', '是的', '有', '已有', '对', '已', '√', '✓', '✔', '☑', '✅'],
  ...withBenefit(
    '享受',
    '已享受',
    '正享受',
    '正在享受',
    '享有',
    '在享',
    '纳入',
    '已纳入',
    '属于',
    '有',
    '是',
  ),
  ...['低保', '低保户', '是低保户', 'y', 'yes', 'true', '1'],
]);
const NO = new Set([
  ...['否', '无', '没有', '没', '不', '非', '不是', '未', '未有'],
  ...['×', 'x', '✕', '✖', '✗', '✘', '╳', '☒', '❌'],
  ...withBenefit(
    '不享受',
    '未享受',
    '没享受',
    '没有享受',
    '不享有',
    '未享有',
    '未纳入',
    '没纳入',
    '没有纳入',
  ),
  ...withBenefit('非', '无', '不是', '不属于', '没有'),
  ...['非低保户', '不是低保户', 'n', 'no', 'false', '0'],
]);

export function parseYesNo(cell: Cell): ParsedYesNo {
  const text = withoutBlanks(cell.text)
    .replace(/\ufe0f/g, '')
    .toLowerCase();
  if (YES.has(text)) return { ok: true, yes: true };
  return NO.has(text) ? { ok: true, yes: false } : { ok: false, code: 'YES_NO_INVALID' };
}
