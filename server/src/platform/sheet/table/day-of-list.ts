import { halfWidth } from '#schema/text.ts';
import { parseDay } from '../normalise.ts';

const HAN = '〇零○一二三四五六七八九';
const YEAR = `(?:20\\d{2}|[${HAN}]{4})`;
const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DAY = new RegExp(`${YEAR}\\s*[年./-]\\s*${NUMBER}\\s*[月./-]\\s*${NUMBER}(?!\\d)\\s*[日号]?`, 'g');
const MONTH = new RegExp(`${YEAR}\\s*[年./-]\\s*${NUMBER}(?!\\d)\\s*月?`, 'g');
const QUARTER = new RegExp(`(${YEAR})\\s*年?\\s*第?([一二三四1-4])季度`, 'g');
const HALF = new RegExp(`(${YEAR})\\s*年?\\s*([上下])半年`, 'g');
const YEARLY = new RegExp(`(${YEAR})\\s*年`, 'g');

const inDigits = (year: string) =>
  /^\d/.test(year)
    ? year
    : [...year.replace(/[零○]/g, '〇')].map((one) => '〇一二三四五六七八九'.indexOf(one)).join('');

/** The last day of a month. */
const endOf = (year: string, month: number) =>
  new Date(Date.UTC(Number(inDigits(year)), month, 0)).toISOString().slice(0, 10);

const parsed = (text: string, months: boolean): string | null => {
  const day = parseDay(
    { text: text.replace(/\s/g, '').replace(/[月]$/, months ? '月' : ''), kind: 'text' },
    { months },
  );
  return day.ok ? day.day : null;
};

const all = (text: string, pattern: RegExp, dayOf: (match: RegExpMatchArray) => string | null): string[] =>
  [...text.matchAll(pattern)].flatMap((match) => dayOf(match) ?? []);

const lastOf = (days: readonly string[]): string | null => [...days].sort().at(-1) ?? null;

/** The last day named in a text, in various forms: 截至2025年12月31日, 2025年四季度, 二〇二五年十二月. */
export function dayOfList(raw: string): string | null {
  const text = halfWidth(raw);
  if (!/\d{4}|[〇零○]/.test(text)) return null;
  const monthEnd = (match: RegExpMatchArray) => {
    const first = parsed(match[0], true);
    return first && endOf(first.slice(0, 4), Number(first.slice(5, 7)));
  };
  const quarters = all(text, QUARTER, ([, year = '', quarter = '']) =>
    endOf(year, 3 * ('一二三四'.indexOf(quarter) + 1 || Number(quarter))),
  );
  const halves = all(text, HALF, ([, year = '', half]) => endOf(year, half === '上' ? 6 : 12));
  return (
    lastOf(all(text, DAY, ([day]) => parsed(day, false))) ??
    lastOf([...quarters, ...halves]) ??
    lastOf(all(text, MONTH, monthEnd)) ??
    lastOf(all(text, YEARLY, ([, year = '']) => endOf(year, 12)))
  );
}
