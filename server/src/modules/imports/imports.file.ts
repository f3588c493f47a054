import type { Context } from '#platform/context.ts';
import { refuse } from '#platform/errors.ts';
import type { Header, HeaderColumn, Need } from '#platform/sheet/find-header.ts';
import { normaliseHeading } from '#platform/sheet/heading.ts';
import type { SheetFile } from '#platform/sheet/read-sheet.ts';
import {
  readTable,
  type Table,
  type TableChoice,
  type TablePart,
  type UnreadSheet,
} from '#platform/sheet/read-table.ts';
import { SheetError } from '#platform/sheet/sheet-error.ts';
import type { CodeList } from '#schema/codes/define-codes.ts';
import type { ErrorCode } from '#schema/codes/error-codes.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { ImportKind } from '#schema/codes/import.codes.ts';
import type { Lang } from '#schema/codes/lang.ts';
import { VisitMode } from '#schema/codes/visit.codes.ts';
import { mayMean, namesHelpers, unmetOfHelpers } from './roster.needs.ts';
import type { Stage } from './stage.ts';
import { stages } from './stages.ts';

/** What a person decided about a file. Kept with the batch, so that it is read the same way each time. */
export interface FileChoice {
  readonly sheets?: readonly string[];
  readonly skipHidden?: boolean;
  /** Key of the column for each heading, null for one to be left out; as it is compared, see `normaliseHeading`. */
  readonly headings?: Readonly<Record<string, string | null>>;
}

/** What the file gave; kept with the batch, shown before anything is imported. */
export interface FileColumns {
  /** Of the first sheet that is read. */
  readonly sheetName: string;
  readonly header: Header;
  /** All sheets that are read as one. */
  readonly parts: readonly TablePart[];
  readonly choice: FileChoice;
  /** The numbers in the rows count as searches by number of who hands the file in, who may not see whole ones. */
  readonly countsNumbers?: boolean;
  /** Known once all rows were read: sheets that were not, and how many rows the spreadsheet hides. */
  readonly unread?: readonly UnreadSheet[];
  readonly hiddenRows?: number;
  /** Rows that hold no record, and the numbers of the first of them. */
  readonly skippedRows?: number;
  readonly skipped?: readonly number[];
}

export interface OpenFile extends FileColumns {
  readonly stage: Stage;
  readonly rows: Table['rows'];
  /** What is known at the end of the rows. */
  readonly ended: () => Promise<FileColumns>;
}

/** As a batch keeps it. Batches of earlier releases have one sheet and no choices. */
export function columnsFrom(text: string): FileColumns {
  const kept = JSON.parse(text) as Partial<FileColumns> & Pick<FileColumns, 'sheetName' | 'header'>;
  const header = { ...kept.header, ambiguous: kept.header.ambiguous ?? [], unmet: kept.header.unmet ?? [] };
  return { choice: {}, parts: [{ name: kept.sheetName, header }], ...kept, header };
}

/** What headings can be mapped to. */
export const knownColumnsOf = (kind: ImportKind) =>
  stages[kind].columns.map(({ key, required = false, oneOf = null, along = null }) => ({
    key,
    isRequired: required,
    oneOf,
    along,
  }));

/** What is taken for every row, where a file has no such column. */
const assumptions: Readonly<
  Partial<Record<ImportKind, { key: string; list: CodeList<string>; code: string }>>
> = {
  ROSTER: { key: 'category', list: HouseholdCategory, code: 'ORDINARY' },
  VISITS: { key: 'mode', list: VisitMode, code: 'IN_PERSON' },
};

export function assumedOf(kind: ImportKind, { header }: FileColumns, lang: Lang) {
  const one = assumptions[kind];
  if (!one || header.recognised.some(({ key }) => key === one.key)) return [];
  return [{ key: one.key, code: one.code, label: one.list.label(one.code, lang) }];
}

const choiceOf = ({ sheets, skipHidden, headings = {} }: FileChoice): TableChoice => ({
  sheets,
  skipHidden,
  headings: new Map(Object.entries(headings)),
});

/** Headings as people name them, in the form in which they are compared. */
export const asHeadings = (
  map: readonly { readonly heading: string; readonly key: string | null }[],
): Record<string, string | null> =>
  Object.fromEntries(map.map(({ heading, key }) => [normaliseHeading(heading), key]));

/**
 * Opens the sheets of a file, or refuses it as a whole: not a sheet, another kind of sheet, or one that lacks columns.
 * `path` is where the file stands in the input.
 */
export async function openFile(
  kind: ImportKind,
  file: SheetFile,
  path: string,
  choice: FileChoice = {},
): Promise<OpenFile> {
  const stage = stages[kind];
  try {
    const table = await readTable(file, stage.columns, choiceOf(choice));
    const { sheetName, parts, rows } = table;
    const header = withNeeds(kind, table.header);
    const columns = { sheetName, header, parts, choice };
    const ended = async () => ({
      ...columns,
      unread: await table.countUnread(),
      hiddenRows: table.counts.hidden,
      skippedRows: table.counts.skipped,
      skipped: table.skippedRows,
    });
    const undecided = parts.flatMap((part) => undecidedOf(kind, part.header, choice));
    const isWhole = header.missing.length === 0;
    // Little tells a list of households without helpers from other lists.
    const isPlain = kind !== 'ROSTER' || namesHelpers(header);
    const isOther = !(isWhole && isPlain) && (await isOfAnotherKind(kind, file));
    if (isWhole && !isOther && undecided.length === 0) return { stage, ...columns, rows, ended };
    await rows.return(undefined);
    const code = isWhole ? 'COLUMN_UNDECIDED' : 'REQUIRED_COLUMN_MISSING';
    const ambiguous = [...header.ambiguous.filter(({ column }) => !isIn(undecided, column)), ...undecided];
    throw refusal(isOther ? 'IMPORT_KIND_MISMATCH' : code, path, kind, { ...header, ambiguous });
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    const isOther = error.code === 'HEADER_NOT_FOUND' && (await isOfAnotherKind(kind, file));
    throw refusal(isOther ? 'IMPORT_KIND_MISMATCH' : error.errorCode, path, kind, {
      recognised: [],
      ignored: [],
      ambiguous: [],
      missing: [],
      unmet: [],
    });
  }
}

const isIn = (columns: readonly HeaderColumn[], column: string): boolean =>
  columns.some((one) => one.column === column);

/** With what the sheet must say besides, since it has columns about helpers. */
function withNeeds(kind: ImportKind, header: Header): Header {
  const unmet = [...header.unmet, ...unmetOfHelpers(kind, header)];
  return { ...header, unmet, missing: unmet.map(([way]) => way?.at(-1) ?? '') };
}

/** Columns that must not be passed over: somebody says what they are, or that they are not read. */
const undecidedOf = (kind: ImportKind, header: Header, { headings = {} }: FileChoice) =>
  header.ignored
    .filter(({ heading }) => !Object.hasOwn(headings, normaliseHeading(heading)))
    .flatMap((column) => {
      const keys = mayMean(kind, header, column.heading);
      return keys ? [{ ...column, keys }] : [];
    });

interface Columns {
  readonly recognised: readonly (HeaderColumn & { key: string })[];
  readonly ignored: readonly HeaderColumn[];
  readonly ambiguous: readonly (HeaderColumn & { keys: readonly string[] })[];
  readonly missing: readonly string[];
  readonly unmet: readonly Need[];
}

/** What is told along with the refusal of a whole sheet, by the keys of its columns. */
export interface RefusedColumns extends Omit<Columns, 'unmet'> {
  /** What can be said in several ways, each with the keys of the columns it takes. */
  readonly missingOneOf: readonly Need[];
  readonly known: ReturnType<typeof knownColumnsOf>;
}

const refusal = (
  code: ErrorCode,
  path: string,
  kind: ImportKind,
  { recognised, ignored, ambiguous, missing, unmet }: Columns,
) => {
  const known = knownColumnsOf(kind);
  const missingOneOf = unmet.filter((ways) => ways.length > 1);
  const columns: RefusedColumns = { recognised, ignored, ambiguous, missing, missingOneOf, known };
  return refuse(code, { [path]: code }, { columns });
};

async function isOfAnotherKind(kind: ImportKind, file: SheetFile): Promise<boolean> {
  for (const other of ImportKind.keys.filter((key) => key !== kind)) {
    try {
      const { header, rows } = await readTable(file, stages[other].columns);
      await rows.return(undefined);
      if ((other !== 'ROSTER' || namesHelpers(header)) && withNeeds(other, header).missing.length === 0)
        return true;
    } catch (error) {
      if (!(error instanceof SheetError)) throw error;
    }
  }
  return false;
}

/** A stored file as the reader of sheets wants it. */
export const storedFile = async (ctx: Context, storageKey: string, fileName: string): Promise<SheetFile> => ({
  source: await ctx.storage.read(storageKey),
  fileName,
});
