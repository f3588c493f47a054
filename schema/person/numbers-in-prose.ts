/**
 * How numbers of people look within what somebody wrote: resident ids of 18 and of 15 digits, the certificates made of
 * them, and mobile phones; in whatever digits, with blanks, hyphens or dots between them. An id need not have the right
 * check digit, since one that was mistyped tells as much. JavaScript and PostgreSQL read these patterns alike; they hold
 * no single quote. Their four groups are the ends that stay.
 */

/** Ten characters in a row, from nought to nine: our own in both widths, and those of Uyghur, Tibetan and Mongolian. */
const inRows = [0x30, 0xff10, 0x660, 0x6f0, 0xf20, 0x1810];
/** Chinese ones, in the forms of everyday, of money and of merchants, and as they are said on the phone. */
const chinese = [
  '零〇○',
  '一壹幺弌〡',
  '二贰貳弍〢',
  '三叁參弎〣',
  '四肆〤',
  '五伍〥',
  '六陆陸〦',
  '七柒〧',
  '八捌〨',
  '九玖〩',
];
const circled = ['⓪', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'];

const digit = (row: number, value: number): string => String.fromCharCode(row + value);
const others = (first: number, last: number): string =>
  [...chinese.slice(first, last + 1), ...circled.slice(first, last + 1)].join('');
/** One of some digits. */
const from = (first: number, last: number): string =>
  `[${inRows.map((row) => `${digit(row, first)}-${digit(row, last)}`).join('')}${others(first, last)}]`;
const is = (value: number): string =>
  `[${inRows.map((row) => digit(row, value)).join('')}${others(value, value)}]`;
const any = from(0, 9);

/** Blanks, and marks that nobody sees: they come along from chat programs. */
const blank = ' \u0001-\u001f\u007f-\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060-\u206f\u3000\ufeff';
const hyphen = '\u2010-\u2015\u2212\uff0d-';
/** What may stand between two digits; a line break in JSON as well. */
const apart = String.raw`(?:[${blank}.·\uff0e${hyphen}]|\\[nrt]){0,3}`;
const oneApart = `[${blank}${hyphen}]?`;
const run = (...parts: readonly string[]): string => parts.join(apart);
const digits = (count: number, between = apart): string => Array(count).fill(any).join(between);

/** The first two digits of an id, as there are provinces. */
const province = `(?:${[
  run(is(1), from(1, 5)),
  run(is(2), from(1, 3)),
  run(is(3), from(1, 7)),
  run(is(4), from(1, 6)),
  run(is(5), from(0, 4)),
  run(is(6), from(1, 5)),
  run(is(7), is(1)),
  run(is(8), from(1, 3)),
].join('|')})`;
const century = `(?:${run(is(1), from(8, 9))}|${run(is(2), is(0))})`;
const month = `(?:${run(is(0), from(1, 9))}|${run(is(1), from(0, 2))})`;
const day = `(?:${run(is(0), from(1, 9))}|${run(from(1, 2), any)}|${run(is(3), from(0, 1))})`;
const lastOfId = run(digits(3), `(?:${any}|[XxＸｘ])`);
/** Kind and grade, and what a certificate that was issued again has beside. */
const restOfCertificate = `(?:${from(1, 7)}${from(1, 4)}(?:${any}{2}|[BbＢｂ]${any})?)?`;
const id = `${run(province, digits(4), century, digits(2), month, day, `(${lastOfId})`)}${restOfCertificate}`;
/** Those given out until 1999, with the year in two digits. */
const formerId = `${province}${digits(4, '')}[ -]?${digits(2, '')}${month}${day}[ -]?${any}(${digits(2, '')})`;

const country = `(?:(?:[+＋]|${is(0)}${is(0)})?${is(8)}${is(6)}${apart})?`;
const phone = `${country}${run(is(1) + from(3, 9) + any, digits(4, ''), `(${digits(4, '')})`)}`;
const phoneInOtherParts = `${[is(1), from(3, 9), digits(5, oneApart), ''].join(oneApart)}(${digits(4, oneApart)})`;

/** Not within other digits, nor within hexadecimal ones: a checksum, or the id of a record. */
const begins = '(?<![0-9０-９])(?<![0-9][a-f]{1,40})(?<!-[89ab][0-9a-f]{3}-[a-f]?)';
const ends = [
  '[0-9０-９]',
  '[a-f]{1,40}[0-9]',
  // Ids of records have parts of 8, 4, 4, 4 and 12 digits, which letters may end early.
  '[0-9a-f]{0,4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-',
  '[a-f][0-9a-f]{0,2}-[0-9a-f]{12}',
]
  .map((more) => `(?!${more})`)
  .join('');
const anyNumber = `(?:${[id, formerId, phone, phoneInOtherParts].join('|')})`;

/** In prose. */
export const numbersInProse = begins + anyNumber + ends;

/** In the JSON of a record: its own numbers are no text, and what a household is numbered by belongs to nobody. */
export const numbersInRecord = String.raw`${begins}(?<![^\\:,[]":)(?<!"number":")${anyNumber}${ends}`;

/** Texts that may hold such a number: nothing is looked at beside it, which PostgreSQL takes ten times as long for. */
export const mayHoldNumber = `(?:^|[^0-9０-９])${anyNumber}(?:[^0-9０-９]|$)`;
