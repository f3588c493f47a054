import { attribute, scanXml } from '#platform/sheet/container/xml-scanner.ts';
import { SMALL_PART_BYTES, type Zip } from '#platform/sheet/container/zip-reader.ts';
import { isDateFormat } from '../excel-dates.ts';

/** Properties of a cell style that change the meaning of a cell. */
export interface CellStyle {
  /** The number is shown as a day. */
  readonly isDay: boolean;
  /** The text is struck through. */
  readonly isStruck: boolean;
}

/** Whether an element such as `<strike val="1"/>` is on; without a value it is. */
export const isOn = (attributes: string): boolean =>
  !/^(0|false|off)$/i.test(attribute(attributes, 'val') ?? '');

/** The cell styles by index. */
export async function readCellStyles(zip: Zip, path: string | undefined): Promise<CellStyle[]> {
  const codes = new Map<number, string>();
  const fonts: boolean[] = [];
  const styles: CellStyle[] = [];
  if (path === undefined) return styles;
  let inFonts = false;
  let inCellFormats = false;
  await scanXml(zip.stream(path, SMALL_PART_BYTES), {
    open(name, attributes) {
      if (name === 'fonts') inFonts = true;
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'font' && inFonts) fonts.push(false);
      if (name === 'strike' && inFonts && isOn(attributes)) fonts[fonts.length - 1] = true;
      if (name === 'numFmt') {
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      }
      if (name === 'xf' && inCellFormats) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        const font = Number(attribute(attributes, 'fontId') ?? 0);
        styles.push({ isDay: isDateFormat(id, codes.get(id)), isStruck: fonts[font] ?? false });
      }
    },
    close(name) {
      if (name === 'fonts') inFonts = false;
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}
