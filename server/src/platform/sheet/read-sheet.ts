import { openZip } from './container/zip-reader.ts';
import { decodeText, likelySeparators, readCsv } from './csv-rows.ts';
import { loadFile } from './file-content.ts';
import { SheetError } from './sheet-error.ts';
import { defaultLimits, type SheetLimits, type SheetRow, type SheetSource } from './sheet-row.ts';
import { readCellStyles } from './workbook/cell-styles.ts';
import { readMerges } from './workbook/merges.ts';
import { readSharedStrings } from './workbook/shared-strings.ts';
import { readWorkbook } from './workbook/workbook-parts.ts';
import { readWorksheet, type WorksheetContext } from './workbook/worksheet-rows.ts';

export interface SheetFile {
  source: SheetSource;
  /** Distinguishes csv from other text; otherwise the content decides. */
  fileName: string;
  limits?: Partial<SheetLimits>;
}

export interface OpenSheet {
  /** Empty for csv. */
  name: string;
  /** For csv: the name of the file, by which it is chosen. */
  fileName?: string;
  isHidden: boolean;
  /** Columns that the spreadsheet hides, known once rows have been read. */
  hiddenColumns: ReadonlySet<number>;
  /** For csv: the separator. Each sheet of such a file is the same text with another separator. */
  separator?: string;
  rows(): AsyncGenerator<SheetRow>;
}

/** Identifies a sheet of a file; for csv by its separator. */
export interface SheetPlace {
  readonly name: string;
  readonly separator?: string;
}

/** The sheets in the order of their tabs; rows are read on demand. */
export async function openSheets(file: SheetFile): Promise<OpenSheet[]> {
  const limits = { ...defaultLimits, ...file.limits };
  const { kind, bytes } = await loadFile(file.source, file.fileName, limits.maxBytes);
  if (kind === 'text') return csvSheets(decodeText(bytes), file.fileName, limits);

  const zip = openZip(bytes, limits);
  const workbook = await readWorkbook(zip);
  if (workbook.sheets.length > limits.maxSheets) throw new SheetError('TOO_MANY_SHEETS');
  const styles = await readCellStyles(zip, workbook.stylesPath);
  let strings: Promise<WorksheetContext['strings']> | undefined;
  return workbook.sheets.map(({ name, isHidden, path }) => {
    const hiddenColumns = new Set<number>();
    async function* rows(): AsyncGenerator<SheetRow> {
      strings ??= readSharedStrings(zip, workbook.sharedStringsPath);
      const merges = await readMerges(zip.stream(path));
      const { is1904 } = workbook;
      const context = { strings: await strings, styles, is1904, merges, limits, hiddenColumns };
      yield* readWorksheet(zip.stream(path), context);
    }
    return { name, isHidden, hiddenColumns, rows };
  });
}

const csvSheets = (text: string, fileName: string, limits: SheetLimits): OpenSheet[] =>
  likelySeparators(text).map((separator) => ({
    name: '',
    fileName,
    isHidden: false,
    hiddenColumns: new Set(),
    separator,
    rows: () => readCsv(text, separator, limits),
  }));

/** The sheet that a table was read from. */
export async function openSheet(file: SheetFile, { name, separator }: SheetPlace): Promise<OpenSheet> {
  const sheets = await openSheets(file);
  const isMeant = (sheet: OpenSheet) =>
    sheet.name === name && (separator === undefined || sheet.separator === separator);
  const sheet = sheets.find(isMeant);
  if (!sheet) throw new SheetError('SHEET_NOT_FOUND');
  return sheet;
}

/** Rows with content of the named sheet, or else of the first visible one that has any. */
export async function* readSheet(file: SheetFile, sheetName?: string): AsyncGenerator<SheetRow> {
  const sheets =
    sheetName === undefined
      ? (await openSheets(file)).filter(({ isHidden }) => !isHidden)
      : [await openSheet(file, { name: sheetName })];
  for (const sheet of sheets) {
    let isEmpty = true;
    for await (const row of sheet.rows()) {
      isEmpty = false;
      yield row;
    }
    if (!isEmpty) return;
  }
  throw new SheetError('FILE_EMPTY');
}
