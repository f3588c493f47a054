import { withoutBlanks } from '#schema/text.ts';
import type { SheetRow } from '../sheet-row.ts';
import { isSetAside, saysOver } from './words-of-state.ts';

/** Whether a line between the rows says something about those below or above it that their columns do not. */
export type Section = 'BELOW' | 'ABOVE' | null;

const BELOW = /以下|下列|下述|下面|下表|如下|后附|自此|此后|从此|\bbelow\b|\bfollowing\b/i;
const ABOVE = /以上|上述|上列|前述|上面|上表|\babove\b/i;
/** 以下空白 ends a form. */
const ENDS_FORM = /以下(?:为)?(?:空白|无正文|无内容|无数据|无)|空白$/;
/** Instructions for filling in a form. */
const INSTRUCTS = /[请勿须需应]|不得|不填|不含|不列|不包括|不计|除外|必填|填[写报](?![示样范])|情况属实|真实/;
const REMARK = /^\(?(?:[*※]|说明|填写说明|填表说明|备注|注[:：1-9一二三]|note:)/i;
/** A running number or a count beside the words: 二、 12户. */
const COUNT =
  /^\(?(?:\d{1,6}|[一二三四五六七八九十]{1,3})\)?[、.．:：]?$|^\(?共?\d+(?:户|人|名|条|次|例)\)?$/;

/** What a line or title says, if it cannot be a record. */
export function sectionOf(text: string): Section {
  const words = withoutBlanks(text);
  if (words.length > 200 || ENDS_FORM.test(words)) return null;
  const isOver = isSetAside(words);
  // 以下为监测户 does not exclude the rows below it.
  if (BELOW.test(words)) return isOver ? 'BELOW' : null;
  if (!isOver || REMARK.test(words) || INSTRUCTS.test(words)) return null;
  return ABOVE.test(words) ? 'ABOVE' : 'BELOW';
}

/** Whether a title says that the whole list is over. */
export const isTitleOver = (text: string): boolean => {
  const words = withoutBlanks(text);
  return words.length <= 60 && saysOver(words) && !REMARK.test(words) && !INSTRUCTS.test(words);
};

/** Rows with more cells than these extending down from above are records. */
const MOST_FROM_ABOVE = 2;

/**
 * The text of a row that holds nothing else, in one cell, perhaps merged over others, or beside a count; otherwise
 * null.
 */
export function sectionText({ cells }: SheetRow): string | null {
  let line: string | null = null;
  for (const cell of cells) {
    if (!cell || cell.merged) continue;
    const isShort = cell.text.length <= 12;
    if (isShort && COUNT.test(withoutBlanks(cell.text))) continue;
    if (line !== null || cell.kind !== 'text') return null;
    line = cell.text;
  }
  const fromAbove = cells.filter((cell) => cell?.merged && cell.text !== line);
  return fromAbove.length > MOST_FROM_ABOVE ? null : line;
}
