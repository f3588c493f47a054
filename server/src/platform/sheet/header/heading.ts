import { withoutBlanks } from '#schema/text.ts';

const BRACKETS: [RegExp, string][] = [
  [/[【〔〖［｛[{]/g, '('],
  [/[】〕〗］｝\]}]/g, ')'],
];

/** Normalises a heading: width, spaces, line breaks, stars and colons do not matter. */
export function normaliseHeading(text: string): string {
  let plain = withoutBlanks(text).toLowerCase();
  for (const [pattern, bracket] of BRACKETS) plain = plain.replace(pattern, bracket);
  return plain.replace(/[*★※]/g, '').replace(/[:;,.、。]+$/, '');
}

const former = '原|原来|原任|前任|上任|历任|曾任|离任|旧|过去|以前|去年|上年|[调更轮变][整换更动]前';
const present = '现|现在|现任|目前|最新|新|新任|今年|本年|[调更轮变][整换更动]后';
const planned = '计划|拟|拟定|预计|预定|应';
const DISTINGUISHING = `[1-9一二三四五]|${former}|${planned}`;
const REMARK = new RegExp(`\\((?!(?:${DISTINGUISHING})\\))[^()]*\\)`, 'g');

/**
 * Removes remarks in brackets such as （必填）. Keeps （2）, which distinguishes two columns, and （原） and （计划）, because
 * former and planned values are not current ones.
 */
export function withoutRemarks(heading: string): string {
  const bare = heading.replace(REMARK, '');
  return bare === '' ? heading : bare;
}

const OF_NOW = new RegExp(`\\((?:${present})\\)`);

/** Whether a remark marks a column as the current one: another column of the same name then holds former values. */
export const isOfNow = (heading: string): boolean => OF_NOW.test(normaliseHeading(heading));
