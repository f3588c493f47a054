import {
  faultsOfChoices,
  type HeadingChoice,
  type Headings,
  type Remembered,
  type ShownColumn,
  shownColumn,
} from '#modules/imports/headings/chosen-headings.rules.ts';
import { undecidedOf } from '#modules/imports/headings/undecided-columns.rules.ts';
import { stateColumnsOf, unclearIn } from '#modules/imports/states/states-of-rows.ts';
import type { Context } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import type { Catalog } from '#platform/module/catalog.ts';
import type { Header, HeaderColumn, Need } from '#platform/sheet/header/find-header.ts';
import type { SheetFile } from '#platform/sheet/read-sheet.ts';
import { SheetError } from '#platform/sheet/sheet-error.ts';
import {
  placeOf,
  readTable,
  type Table,
  type TableChoice,
  type TablePart,
  type TableRow,
} from '#platform/sheet/table/read-table.ts';
import type { UnreadSheet } from '#platform/sheet/table/table-parts.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import type { Lang } from '#schema/codes/lang.ts';
import type { Stage } from './stage.ts';
import { stageOf, stagesIn } from './stages.ts';

/** What a person decided about a file. Kept with the batch, so that it is read the same way each time. */
export interface FileChoice {
  readonly sheets?: readonly string[];
  readonly skipHidden?: boolean;
  /** Choices for this file. */
  readonly headings?: Headings;
  /** Choices for earlier files of the county, as known when this file was handed in. */
  readonly remembered?: readonly Remembered[];
}

/** What the file gave; kept with the batch, shown before anything is imported. */
export interface FileColumns {
  /** Of the first sheet that is read. */
  readonly sheetName: string;
  readonly header: Header;
  /** All sheets that are read as one. */
  readonly parts: readonly TablePart[];
  readonly choice: FileChoice;
  /**
   * Whether the numbers in the rows count as number searches of the person who hands the file in, who may not see whole
   * ones.
   */
  readonly countsNumbers?: boolean;
  /** Known once all rows were read: sheets that were not, and how many rows the spreadsheet hides. */
  readonly unread?: readonly UnreadSheet[];
  readonly hiddenRows?: number;
  /** A past day in its titles or names, where nobody entered the day of the list. */
  readonly listDay?: string | null;
  /** Rows that hold no record, and the numbers of the first of them. */
  readonly skippedRows?: number;
  readonly skipped?: readonly number[];
}

export interface OpenFile extends FileColumns {
  readonly stage: Stage;
  readonly rows: Table['rows'];
  /** What stands above the headers, and the names of the sheets and of the file. */
  readonly titles: readonly string[];
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
export const knownColumnsOf = ({ columns }: Stage) =>
  columns.map(({ key, required = false, oneOf = null, along = null }) => ({
    key,
    isRequired: required,
    oneOf,
    along,
  }));

/** What is taken for every row of this file. */
export function assumedOf({ assumes: one }: Stage, { header }: FileColumns, lang: Lang) {
  if (!one || header.recognised.some(({ key }) => key === one.key)) return [];
  return [{ key: one.key, code: one.code, label: one.list.label(one.code, lang) }];
}

const choiceOf = ({ sheets, skipHidden, headings = {}, remembered = [] }: FileChoice): TableChoice => ({
  sheets,
  skipHidden,
  headings: {
    now: new Map(Object.entries(headings)),
    before: new Map(remembered.map(({ heading, key }) => [heading, key])),
  },
});

/** Whether the same rows and columns are read, whatever choices led to it. */
export function isReadAlike(one: FileColumns, other: FileColumns): boolean {
  const [first, second] = [one, other].map(({ parts, choice }) =>
    JSON.stringify([
      choice.skipHidden ?? false,
      parts.map(({ name, separator, header }) => [
        name,
        separator,
        header.firstDataRow,
        header.recognised.map(({ key, column }) => [key, column]),
      ]),
    ]),
  );
  return first === second;
}

/** What applies only when a file is handed in. */
interface HandedIn {
  /** Choices for its headings, all of which it must have. */
  readonly choices?: readonly HeadingChoice[];
  /** Reads the whole file first, so that a reason to refuse all of it is reported before any row is taken. */
  readonly survey?: boolean;
}

/**
 * Opens the sheets of a file, or refuses it as a whole: not a sheet, another kind of sheet, or one that lacks columns.
 * `path` is where the file stands in the input.
 */
export async function openFile(
  catalog: Catalog,
  kind: ImportKind,
  file: SheetFile,
  path: string,
  choice: FileChoice = {},
  { choices = [], survey = false }: HandedIn = {},
): Promise<OpenFile> {
  const stage = stageOf(catalog, kind);
  try {
    const table = await readTable(file, stage.columns, { ...choiceOf(choice), survey });
    const { sheetName, parts } = table;
    const { rows, unclear } = await findUnclearStates(kind, parts, table.rows);
    const header = withNeeds(stage, table.header);
    const columns = { sheetName, header, parts, choice };
    const ended = async () => ({
      ...columns,
      unread: await table.countUnread(),
      hiddenRows: table.counts.hidden,
      skippedRows: table.counts.skipped,
      skipped: table.skippedRows,
    });
    const undecidedHeadings = parts.flatMap((part) => undecidedOf(stage.headings, part));
    const undecided = [
      ...undecidedHeadings,
      ...unclear.filter(({ column }) => !isIn(undecidedHeadings, column)),
    ];
    const twice = parts.flatMap((part) => part.header.twice ?? []);
    const faults = faultsOfChoices(choices, parts);
    const isMapped = Object.keys(faults).length === 0;
    const isWhole = header.missing.length === 0;
    const isClear = twice.length === 0 && undecided.length === 0;
    const isPlain = stage.isPlain?.(header) ?? true;
    const isOther = isMapped && !(isWhole && isPlain) && (await isOfAnotherKind(catalog, stage, file));
    const isSuch = isMapped && isWhole && !isOther;
    if (isSuch && !table.fault && isClear) {
      const titles = [...table.titles, ...parts.map(({ name }) => name), file.fileName];
      return { stage, ...columns, rows, titles, ended };
    }
    await table.rows.return(undefined);
    if (isSuch && table.fault) throw table.fault;
    const ambiguous = [...header.ambiguous.filter(({ column }) => !isIn(undecided, column)), ...undecided];
    const found = { ...header, ambiguous, remembered: choice.remembered };
    if (!isMapped) throw refuse('INVALID_INPUT', faults, { columns: shownColumnsOf(stage, found) });
    if (isOther) throw refusal('IMPORT_KIND_MISMATCH', path, stage, found);
    if (!isWhole) throw refusal('REQUIRED_COLUMN_MISSING', path, stage, found);
    throw refusal(twice.length > 0 ? 'COLUMN_TWICE' : 'COLUMN_UNDECIDED', path, stage, found);
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    const isOther = error.code === 'HEADER_NOT_FOUND' && (await isOfAnotherKind(catalog, stage, file));
    const none = { recognised: [], ignored: [], ambiguous: [], missing: [], unmet: [] };
    throw refusal(isOther ? 'IMPORT_KIND_MISMATCH' : error.errorCode, path, stage, none, error.where);
  }
}

/** Rows in which words of states are looked up before a person is asked; below them a row is refused for such a word. */
const FIRST_ROWS = 1_000;

/** Columns of states that hold words of which nobody can tell whether they are an end, and the rows with the first ones. */
async function findUnclearStates(kind: ImportKind, parts: readonly TablePart[], rows: Table['rows']) {
  const states = parts.map(({ header }) => stateColumnsOf(kind, header));
  if (states.flat().every(({ state }) => state === null)) return { rows, unclear: [] };
  const first: TableRow[] = [];
  while (first.length < FIRST_ROWS) {
    const { value, done } = await rows.next();
    if (done) break;
    first.push(value);
  }
  const unclear = states.flatMap((columns, part) =>
    unclearIn(
      columns,
      first.filter(({ number }) => placeOf(number).part === part),
      kind,
    ),
  );
  return {
    rows: withFirst(first, rows),
    unclear: unclear.map((one) => ({ ...shownHeading(one), keys: [] })),
  };
}

async function* withFirst(first: readonly TableRow[], rows: Table['rows']): Table['rows'] {
  try {
    yield* first;
    yield* rows;
  } finally {
    await rows.return(undefined);
  }
}

const shownHeading = ({ column, heading, group, said }: HeaderColumn): HeaderColumn => ({
  column,
  heading,
  ...(group !== undefined && { group }),
  ...(said !== undefined && { said }),
});

const isIn = (columns: readonly HeaderColumn[], column: string): boolean =>
  columns.some((one) => one.column === column);

/** Adds what the sheet must also contain, given its columns. */
function withNeeds({ needsBesides }: Stage, header: Header): Header {
  const unmet = [...header.unmet, ...(needsBesides?.(header) ?? [])];
  return { ...header, unmet, missing: unmet.map(([way]) => way?.at(-1) ?? '') };
}

interface Columns {
  readonly recognised: readonly (HeaderColumn & { key: string })[];
  readonly ignored: readonly HeaderColumn[];
  readonly ambiguous: readonly (HeaderColumn & { keys: readonly string[] })[];
  readonly missing: readonly string[];
  readonly unmet: readonly Need[];
  readonly remembered?: readonly Remembered[];
}

/** Details of the refusal of a whole sheet, by the keys of its columns. */
export interface RefusedColumns {
  readonly recognised: readonly (ShownColumn & { readonly key: string })[];
  readonly ignored: readonly ShownColumn[];
  readonly ambiguous: readonly (ShownColumn & { readonly keys: readonly string[] })[];
  readonly missing: readonly string[];
  /** What can be said in several ways, each with the keys of the columns it takes. */
  readonly missingOneOf: readonly Need[];
  readonly known: ReturnType<typeof knownColumnsOf>;
}

function shownColumnsOf(stage: Stage, columns: Columns): RefusedColumns {
  const { missing, unmet, remembered } = columns;
  const [recognised, ignored, ambiguous] = [
    columns.recognised.map((one) => shownColumn(one, remembered)),
    columns.ignored.map((one) => shownColumn(one, remembered)),
    columns.ambiguous.map((one) => shownColumn(one, remembered)),
  ];
  const missingOneOf = unmet.filter((ways) => ways.length > 1);
  return { recognised, ignored, ambiguous, missing, missingOneOf, known: knownColumnsOf(stage) };
}

/** `where`: the line for which it is refused, or the sheets of which one must be chosen. */
const refusal = (code: ErrorCode, path: string, stage: Stage, columns: Columns, where = {}) =>
  refuse(code, { [path]: code }, { columns: shownColumnsOf(stage, columns), ...where });

async function isOfAnotherKind(catalog: Catalog, stage: Stage, file: SheetFile): Promise<boolean> {
  for (const other of stagesIn(catalog).filter((one) => one !== stage)) {
    try {
      const { header, rows } = await readTable(file, other.columns);
      await rows.return(undefined);
      if ((other.isPlain?.(header) ?? true) && withNeeds(other, header).missing.length === 0) return true;
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
