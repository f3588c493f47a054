import type { Header } from '#platform/sheet/header/find-header.ts';
import { withoutBlanks } from '#schema/text.ts';
import type { Cell, SheetRow } from '../sheet-row.ts';

/** The positions in a row of the required columns, one for each need, and of all recognised ones. */
export interface Positions {
  readonly required: readonly number[];
  readonly known: readonly number[];
}

const FOOTER =
  /^\(?([*※]|合计|小计|总计|共计|累计|审核|审批|制表|填表|填报|负责人|单位负责人|联系人:|说明|填写说明|备注:|注[:1-9一二三]|注$|total|subtotal|note:)/i;

/** Alone in its cell, and so never a value: 合计, 全镇合计, 合计(户), 共2户7人. */
const SUM =
  /^(\p{Script=Han}{0,6}(合计|小计|总计|共计|累计)(\(.*\)|\d.*)?|共\d+(户|人|名|条|次).*|(sub)?total):?$/iu;

/** How far to the right a word for a sum may be. */
const SUM_COLUMNS = 8;

const ownText = (cell: Cell | null | undefined): string =>
  cell && !cell.merged ? withoutBlanks(cell.text) : '';

/** A quick check first, because it runs for every row. */
const isSum = (cell: Cell | null): boolean => {
  if (!cell || cell.merged || cell.kind !== 'text') return false;
  const { text } = cell;
  if (text.length > 20 || !(text.includes('计') || text.includes('共') || /total/i.test(text))) return false;
  return SUM.test(withoutBlanks(text));
};

/** A sum, signature or remark: it has such a word, and half of the required or two thirds of all columns are empty. */
export function isFooter({ cells }: SheetRow, { required, known }: Positions): boolean {
  const first = cells.find((cell) => cell !== null && !cell.merged);
  const sum = cells.slice(0, SUM_COLUMNS).find(isSum);
  if (!sum && !FOOTER.test(ownText(first))) return false;
  const isFilled = (column: number) => {
    const cell = cells[column];
    return cell !== undefined && cell !== null && cell !== sum && !cell.merged;
  };
  const filledRequired = required.filter(isFilled).length;
  if (required.length > 1 && filledRequired * 2 <= required.length) return true;
  return known.filter(isFilled).length * 3 <= known.length;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** Official forms number their columns below the header: 1 2 3, (1) (2), A B C or 甲 乙 1 2. */
function isColumnNumbers({ number, cells }: SheetRow, { firstDataRow }: Header): boolean {
  if (number !== firstDataRow) return false;
  const marks = cells.map(ownText).filter((text) => text !== '');
  const plain = marks.map((mark) => mark.replace(/^\((.+)\)$/, '$1').toUpperCase());
  const stems = plain.findIndex((mark) => mark.length !== 1 || !STEMS.includes(mark));
  const lead = stems < 0 ? plain : plain.slice(0, stems);
  const rest = plain.slice(lead.length);
  const isInOrder = (all: readonly string[], place: (mark: string) => number) =>
    all.every((mark, at) => at === 0 || place(mark) === place(all[at - 1] ?? '') + 1);
  const isNumbers = rest.every((mark) => /^\d{1,3}$/.test(mark)) && isInOrder(rest, Number);
  const isLetters =
    rest.every((mark) => /^[A-Z]$/.test(mark)) && isInOrder(rest, (mark) => LETTERS.indexOf(mark));
  return plain.length >= 3 && isInOrder(lead, (mark) => STEMS.indexOf(mark)) && (isNumbers || isLetters);
}

const EXAMPLE = /^\(?(示例|样例|范例|举例|例|例如|填写示例|填表示例|填写样例|example)\)?:?\d{0,2}$/i;

/** A row at the top that shows how to fill in the form. */
const isExample = ({ number, cells }: SheetRow, { firstDataRow }: Header): boolean =>
  number <= firstDataRow + 2 && EXAMPLE.test(ownText(cells.find((cell) => cell !== null && !cell.merged)));

/** An empty line of a form: it holds nothing but its running number. */
export function isBlankLine({ cells }: SheetRow, { known }: Positions): boolean {
  if (known.some((column) => ownText(cells[column]) !== '')) return false;
  const own = cells.map(ownText).filter((text) => text !== '');
  return own.length === 1 && /^\d{1,6}$/.test(own[0] ?? '');
}

/** Whether a row below the header holds no record, although it has content. */
export const isNoData = (row: SheetRow, header: Header, positions: Positions): boolean =>
  isFooter(row, positions) || isColumnNumbers(row, header) || isExample(row, header);
