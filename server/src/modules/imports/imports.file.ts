import type { Context } from '#platform/context.ts';
import { refuse } from '#platform/errors.ts';
import type { Header, HeaderColumn } from '#platform/sheet/find-header.ts';
import type { SheetFile } from '#platform/sheet/read-sheet.ts';
import { readTable, type Table } from '#platform/sheet/read-table.ts';
import { SheetError } from '#platform/sheet/sheet-error.ts';
import type { ErrorCode } from '#schema/codes/error-codes.ts';
import { ImportKind } from '#schema/codes/import.codes.ts';
import type { Stage } from './stage.ts';
import { stages } from './stages.ts';

/** What the header row gave; kept with the batch, shown before anything is imported. */
export interface FileColumns {
  readonly sheetName: string;
  readonly header: Header;
}

export interface OpenFile extends FileColumns {
  readonly stage: Stage;
  readonly rows: Table['rows'];
}

/**
 * Opens a sheet of a kind, or refuses it as a whole: not a sheet, another kind of sheet, or one that lacks columns.
 * `path` is where the file stands in the input.
 */
export async function openFile(kind: ImportKind, file: SheetFile, path: string): Promise<OpenFile> {
  const stage = stages[kind];
  try {
    const { sheetName, header, rows } = await readTable(file, stage.columns);
    if (header.missing.length === 0) return { stage, sheetName, header, rows };
    await rows.return(undefined);
    const isOther = await isOfAnotherKind(kind, file);
    throw refusal(isOther ? 'IMPORT_KIND_MISMATCH' : 'REQUIRED_COLUMN_MISSING', path, header);
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    const isOther = error.code === 'HEADER_NOT_FOUND' && (await isOfAnotherKind(kind, file));
    throw refusal(isOther ? 'IMPORT_KIND_MISMATCH' : error.errorCode, path, {
      recognised: [],
      ignored: [],
      missing: [],
    });
  }
}

interface Columns {
  readonly recognised: readonly (HeaderColumn & { key: string })[];
  readonly ignored: readonly HeaderColumn[];
  readonly missing: readonly string[];
}

const refusal = (code: ErrorCode, path: string, { recognised, ignored, missing }: Columns) =>
  refuse(code, { [path]: code }, { columns: { recognised, ignored, missing } });

async function isOfAnotherKind(kind: ImportKind, file: SheetFile): Promise<boolean> {
  for (const other of ImportKind.keys.filter((key) => key !== kind)) {
    try {
      const { header, rows } = await readTable(file, stages[other].columns);
      await rows.return(undefined);
      if (header.missing.length === 0) return true;
    } catch (error) {
      if (!(error instanceof SheetError)) throw error;
    }
  }
  return false;
}

/** A stored file as the reader of sheets wants it. */
export const storedFile = (ctx: Context, storageKey: string, fileName: string): SheetFile => ({
  source: ctx.storage.path(storageKey),
  fileName,
});
