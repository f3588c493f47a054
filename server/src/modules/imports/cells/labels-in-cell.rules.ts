import type { PairingRole } from '#schema/codes/help/pairing.codes.ts';

/** The text between two labels of a cell, with the role that its label names. */
export interface LabelledPart {
  readonly text: string;
  readonly role: PairingRole | null;
}

const firsts = '第[一1]|首要|主要|主|正|甲|A';
const seconds = '第[二2]|协助|其他|协|副|次|助|辅|乙|B';
const order = `${firsts}|${seconds}|第[三3]`;
const ties = '(?:帮扶|结对|包联|包保|包户|联户|联系|监测|帮联|驻村|对接|挂联|挂包)';
const bearers = '(?:责任人|联系人|负责人|责任|干部|人员|人|岗|角|手|帮|联|办|责)';
const number = '(?:\\(?[1-3一二三]\\)?)?';
/** 第一责任人, 帮扶联系人2, 主, 协办, A岗. */
const label = `(?:(?:${order})?${ties}*${bearers}${number}(?:姓名)?|(?:${order})${ties}*)`;
/** Labels that are recognised without a colon. */
const plainLabel =
  `(?:第[一二三123]|主要|首要|协助|其他)${ties}*(?:责任人|联系人|负责人|干部|人)${number}` +
  `|${ties}+(?:责任人|联系人|干部)${number}|[AB主副甲乙][岗角]`;
const bracketed = '[([【〔{]\\s*([^()[\\]【】〔〕{}]{1,14}?)\\s*[)\\]】〕}]';
const mark = '(?<!\\d)[1-9](?!\\d)[.、):]?\\s*(?=\\p{Script=Han})';

const LABELS = new RegExp(`(${label})\\s*:|${bracketed}|(${plainLabel})`, 'giu');
/** 1. 张三 2. 李四: only a cell that begins like this numbers its people. */
const LABELS_AND_MARKS = new RegExp(`(${label})\\s*:|${bracketed}|(${plainLabel})|${mark}`, 'giu');
const BEGINS_WITH_MARK = new RegExp(`^\\s*${mark}`, 'u');
const IS_LABEL = new RegExp(`^${label}$`, 'iu');
/** In brackets these also distinguish namesakes, so a single one is no label: 张伟(2). */
const SHORT = /^[1-3一二三甲乙AB]$/i;

const FIRST = new RegExp(`^(?:${firsts})|[1一]\\)?(?:姓名)?$|^[1一]$`, 'iu');
const SECOND = new RegExp(`^(?:${seconds})|[2二]\\)?(?:姓名)?$|^[2二]$`, 'iu');

const roleOf = (word: string): PairingRole | null =>
  FIRST.test(word) ? 'MAIN' : SECOND.test(word) ? 'ASSISTANT' : null;

/**
 * Splits a cell at its labels: 第一责任人：张三 第二责任人：李四, 张三(主) 李四(助), (主)张三(助)李四, ①张三②李四. A label stands before its name or in
 * brackets after it. Other brackets belong to the text.
 */
export function partedByLabels(text: string): LabelledPart[] {
  const parts: LabelledPart[] = [];
  let part = '';
  let role: PairingRole | null = null;
  const close = () => {
    if (part.trim() !== '') parts.push({ text: part, role });
    part = '';
    role = null;
  };
  const shortOnes = [...text.matchAll(/[([]\s*[1-3一二三甲乙AB]\s*[)\]]/giu)].length;
  let at = 0;
  for (const found of text.matchAll(BEGINS_WITH_MARK.test(text) ? LABELS_AND_MARKS : LABELS)) {
    const [whole, before, inBrackets, plain] = found;
    const isRemark =
      inBrackets !== undefined &&
      (SHORT.test(inBrackets)
        ? shortOnes < 2
        : !IS_LABEL.test(inBrackets) || /^[责联帮办手人]$/.test(inBrackets));
    if (isRemark) continue;
    part += text.slice(at, found.index);
    at = found.index + whole.length;
    if (inBrackets !== undefined && /[^\s,、;/|+&]\s*$/u.test(part) && role === null) {
      // After the last of the names in this part.
      const cut = part.search(/[\s,、;/|+&]*[^\s,、;/|+&]+\s*$/u);
      const own = part.slice(cut);
      part = part.slice(0, cut);
      close();
      [part, role] = [own, roleOf(inBrackets)];
      close();
      continue;
    }
    close();
    role = roleOf(before ?? inBrackets ?? plain ?? '');
  }
  part += text.slice(at);
  close();
  return parts;
}
