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
import { wordsAboveIn } from './words-above.ts';

/** A person's choices about a file. Stored with the batch, so that it is always read in the same way. */
export interface FileChoice {
  readonly sheets?: readonly string[];
  readonly skipHidden?: boolean;
  /** Choices for this file. */
  readonly headings?: Headings;
  /** Choices for earlier files of the county, as known when this file was uploaded. */
  readonly remembered?: readonly Remembered[];
}

/** The recognised content of the file; stored with the batch and shown before anything is imported. */
export interface FileColumns {
  /** Name of the first sheet that is read. */
  readonly sheetName: string;
  readonly header: Header;
  /** All sheets that are read as one table. */
  readonly parts: readonly TablePart[];
  readonly choice: FileChoice;
  /** Whether the numbers in the rows count as number searches of the uploader, who may not see unmasked ones. */
  readonly countsNumbers?: boolean;
  /** Known once all rows were read: sheets that are not read, and the number of hidden rows. */
  readonly unread?: readonly UnreadSheet[];
  readonly hiddenRows?: number;
  /** A past day in titles or names, where the day of the list was not given. */
  readonly listDay?: string | null;
  /** The number of rows without a record, and the first of their row numbers. */
  readonly skippedRows?: number;
  readonly skipped?: readonly number[];
}

export interface OpenFile extends FileColumns {
  readonly stage: Stage;
  readonly rows: Table['rows'];
  /** Lines above the headers, and the names of the sheets and of the file. */
  readonly titles: readonly string[];
  /** See `Setting`. */
  readonly wordsAbove: (row: number, column: string) => readonly string[];
  /** Resolves to the final columns at the end of the rows. */
  readonly ended: () => Promise<FileColumns>;
}

/** As stored with a batch. Batches of earlier releases have one sheet and no choices. */
export function columnsFrom(text: string): FileColumns {
  const kept = JSON.parse(text) as Partial<FileColumns> & Pick<FileColumns, 'sheetName' | 'header'>;
  const header = { ...kept.header, ambiguous: kept.header.ambiguous ?? [], unmet: kept.header.unmet ?? [] };
  return { choice: {}, parts: [{ name: kept.sheetName, header }], ...kept, header };
}

/** The possible meanings of headings. */
export const knownColumnsOf = ({ columns }: Stage) =>
  columns.map(({ key, required = false, oneOf = null, along = null }) => ({
    key,
    isRequired: required,
    oneOf,
    along,
  }));

/** Values assumed for every row of this file. */
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

/** Whether the same rows and columns are read, whatever the choices. */
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

/** What applies only when a file is uploaded. */
interface HandedIn {
  /** Choices for its headings, all of which it must have. */
  readonly choices?: readonly HeadingChoice[];
  /** Reads the whole file first, so that a reason to refuse all of it is reported before any row is taken. */
  readonly survey?: boolean;
}

/**
 * Opens the sheets of a file, or refuses it as a whole: not a sheet, another kind of sheet, or missing columns. `path`
 * is the place of the file in the input.
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
    const { rows, unclear } = await findUnclearStates(stage, parts, table.rows);
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
      return { stage, ...columns, rows, titles, wordsAbove: wordsAboveIn(table), ended };
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

/** The columns of each sheet in which a row may say that it is over. */
export const statesIn = ({ kind, endures }: Stage, parts: readonly TablePart[]) =>
  parts.map(({ header }) => (endures ? [] : stateColumnsOf(kind, header)));

/** Rows in which state words are searched before a person is asked; later rows are refused for such a word. */
const FIRST_ROWS = 1_000;

/** State columns with words that may or may not mean an end, and the rows of the first ones. */
async function findUnclearStates(stage: Stage, parts: readonly TablePart[], rows: Table['rows']) {
  const { kind } = stage;
  const states = statesIn(stage, parts);
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
  /** Needs with several alternatives, each with the keys of its columns. */
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

/** A stored file for the reader of sheets. */
export const storedFile = async (ctx: Context, storageKey: string, fileName: string): Promise<SheetFile> => ({
  source: await ctx.storage.read(storageKey),
  fileName,
});
