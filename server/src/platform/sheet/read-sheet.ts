import { readCsv } from './csv-rows.ts';
import { loadFile } from './file-content.ts';
import { readMerges } from './merges.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetError } from './sheet-error.ts';
import { defaultLimits, type SheetLimits, type SheetRow, type SheetSource } from './sheet-row.ts';
import { readDateStyles, readWorkbook } from './workbook-parts.ts';
import { readWorksheet, type WorksheetContext } from './worksheet-rows.ts';
import { openZip } from './zip-reader.ts';

export interface SheetFile {
  source: SheetSource;
  /** Tells csv from other text; the content decides the rest. */
  fileName: string;
  limits?: Partial<SheetLimits>;
}

export interface OpenSheet {
  /** Empty for csv. */
  name: string;
  isHidden: boolean;
  rows(): AsyncGenerator<SheetRow>;
}

/** The sheets in the order of their tabs; rows are read when they are asked for. */
export async function openSheets(file: SheetFile): Promise<OpenSheet[]> {
  const limits = { ...defaultLimits, ...file.limits };
  const { kind, bytes } = await loadFile(file.source, file.fileName, limits.maxBytes);
  if (kind === 'text') return [{ name: '', isHidden: false, rows: () => readCsv(bytes, limits) }];

  const zip = openZip(bytes, limits);
  const workbook = await readWorkbook(zip);
  const dateStyles = await readDateStyles(zip, workbook.stylesPath);
  let strings: Promise<WorksheetContext['strings']> | undefined;
  return workbook.sheets.map(({ name, isHidden, path }) => ({
    name,
    isHidden,
    async *rows() {
      strings ??= readSharedStrings(zip, workbook.sharedStringsPath);
      const merges = await readMerges(zip.stream(path));
      const context = { strings: await strings, dateStyles, is1904: workbook.is1904, merges, limits };
      yield* readWorksheet(zip.stream(path), context);
    },
  }));
}

/** Rows with content of the named sheet, or else of the first visible one that has any. */
export async function* readSheet(file: SheetFile, sheetName?: string): AsyncGenerator<SheetRow> {
  for (const sheet of await chooseSheets(file, sheetName)) {
    let isEmpty = true;
    for await (const row of sheet.rows()) {
      isEmpty = false;
      yield row;
    }
    if (!isEmpty) return;
  }
  throw new SheetError('FILE_EMPTY');
}

/** The named sheet, hidden or not, or all visible ones. */
export async function chooseSheets(file: SheetFile, sheetName?: string): Promise<OpenSheet[]> {
  const sheets = await openSheets(file);
  if (sheetName === undefined) return sheets.filter((sheet) => !sheet.isHidden);
  const sheet = sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new SheetError('SHEET_NOT_FOUND');
  return [sheet];
}
