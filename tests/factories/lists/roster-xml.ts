import { residentId } from '#tests/factories/people/resident-ids.ts';
import { newPhone } from './imports.ts';

const text = (value: string) =>
  value.startsWith('<') ? value : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
export const rosterRow = (number: number, cells: readonly string[], attributes = '') =>
  `<row r="${number}" ${attributes}>${cells.map(text).join('')}</row>`;

/** One roster row by its headings; a cell that begins with `<` is XML. */
export const rosterLine = (headings: readonly string[], given: Record<string, string> = {}): string[] => {
  const phone = newPhone();
  const usual: Record<string, string> = {
    乡镇: '魏城镇',
    行政村: '南关村',
    户主姓名: '甲测试',
    户主身份证号: residentId(),
    户类型: '脱贫户',
    帮扶责任人: '乙测试',
    帮扶责任人电话: phone,
    // One name under two phones in one office would be asked about.
    帮扶单位: `魏县${phone.slice(-4)}局`,
    结对时间: '2024-03-01',
  };
  return headings.map((heading) => given[heading] ?? usual[heading] ?? '');
};
export const rosterSheet = (headings: readonly string[], ...lines: (readonly string[])[]) =>
  `<sheetData>${[headings, ...lines].map((line, index) => rosterRow(index + 1, line)).join('')}</sheetData>`;

/** The same as csv; no value may contain a comma. */
export const rosterCsv = (headings: readonly string[], ...lines: (readonly string[])[]): string =>
  [headings, ...lines].map((line) => line.join()).join('\n');
