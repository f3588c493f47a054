import { withoutBlanks } from '#schema/text.ts';

const BRACKETS: [RegExp, string][] = [
  [/[【〔〖［｛[{]/g, '('],
  [/[】〕〗］｝\]}]/g, ')'],
];

/** Headings that mean the same compare equal: widths, spaces, line breaks, stars and colons do not count. */
export function normaliseHeading(text: string): string {
  let plain = withoutBlanks(text).toLowerCase();
  for (const [pattern, bracket] of BRACKETS) plain = plain.replace(pattern, bracket);
  return plain.replace(/[*★※]/g, '').replace(/[:;,.、。]+$/, '');
}

/** Without remarks in brackets such as （必填）. （2） is none: it tells one of two columns from the other. */
export function withoutRemarks(heading: string): string {
  const bare = heading.replace(/\((?![1-9一二三四五]\))[^()]*\)/g, '');
  return bare === '' ? heading : bare;
}
