import { setImmediate as turn } from 'node:timers/promises';
import { type RowOutcome, rejected } from '#modules/imports/batch/outcome.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { shownCell } from '#modules/imports/cells/value-changes.rules.ts';
import type { HeadingRules } from '#modules/imports/headings/undecided-columns.rules.ts';
import type { SaidOfStates } from '#modules/imports/states/said.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { extensionPoint } from '#platform/module/extension-point.ts';
import type { Header, Need } from '#platform/sheet/header/find-header.ts';
import type { ColumnSpec } from '#platform/sheet/header/header-match.ts';
import type { RowValues, TableRow } from '#platform/sheet/table/read-table.ts';
import type { CodeList } from '#schema/codes/define-codes.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import type { PlaceFinder } from './places.rules.ts';

/** What a row is decided against. */
export interface Bounds {
  readonly today: string;
  /** Id of the batch: records with later ids were created after the list was uploaded. */
  readonly listId: string;
  /** The day of the list; null if it was not given. */
  readonly asOf: string | null;
  /** Whether the importer may write in a village. */
  readonly covers: (villageCode: string) => boolean;
  /** The name of a village; its code where it has no name of its own here. */
  readonly nameOf: (villageCode: string) => string;
  /** Where the people of a village are registered now; several where it was split. */
  readonly presentOf: (villageCode: string) => readonly string[];
  /** Whether the file has a column. */
  readonly has: (column: string) => boolean;
}

export interface Setting {
  readonly today: string;
  /** The day of the list; null if it was not given. */
  readonly asOf: string | null;
  /** Whether the file has a column. */
  readonly has: (column: string) => boolean;
  readonly findPlace: PlaceFinder;
  /** What stands above the cells of a column on the sheet of a row: its heading, the group above it, the titles. */
  readonly wordsAbove: (row: number, column: string) => readonly string[];
}

/** The people named in a valid row, by whom its household and its people are found; a list may be about none. */
export interface PeopleOfRow {
  readonly headId?: string | null;
  readonly headName?: string | null;
  readonly headBirthOn?: string | null;
  readonly listedHeadId?: string | null;
  readonly residentId?: string | null;
  readonly name?: string;
  readonly birthOn?: string | null;
  readonly helperPhone?: string | null;
  readonly helpers?: readonly { readonly facts: { readonly phone: string | null } }[];
}

/** A row as read, before anything is looked up: valid, or with its faults. */
export interface ReadRow {
  readonly number: number;
  readonly row: PeopleOfRow | null;
  readonly faults: readonly Fault[] | null;
  /** Warnings about its cells, if it is not refused. */
  readonly warnings: readonly Fault[];
  readonly cells: TableRow['values'];
}

/** What a kind of list knows from headings alone. */
interface OfHeadings {
  readonly kind: ImportKind;
  readonly columns: readonly ColumnSpec[];
  readonly headings: HeadingRules;
  /** Assumed for every row, where a file has no such column. */
  readonly assumes?: { readonly key: string; readonly list: CodeList<string>; readonly code: string };
  /** What a sheet must also contain, depending on its columns. */
  readonly needsBesides?: (header: Header) => readonly Need[];
  /** Its rows are facts that never end: words that would say so of a household or a helper mean something else. */
  readonly endures?: true;
  /** Its rows bring amounts that are summed up, see `RowOutcome`. */
  readonly sumsUp?: true;
  /** False for a header that is hard to distinguish from lists of other kinds. */
  readonly isPlain?: (header: Header) => boolean;
}

/** How one kind of list is read, decided and written; the same steps for a dry run and for the import itself. */
export interface Stage extends OfHeadings {
  /** Reads rows in the order of the file; what it remembers of them depends on nothing else. */
  reader(setting: Setting): (row: TableRow, said: SaidOfStates) => ReadRow;
  /** Decides batches of rows one after another, each after those before, and writes nothing. */
  trial(
    ctx: Context,
    countyCode: string,
    bounds: Bounds,
  ): (rows: readonly ReadRow[]) => Promise<RowOutcome[]>;
  /** Decides and writes one batch of rows in the current transaction. */
  commit(
    work: WorkContext,
    countyCode: string,
    bounds: Bounds,
    rows: readonly ReadRow[],
  ): Promise<RowOutcome[]>;
}

/** Each kind of list that can be imported; a later module brings its own by providing it here. */
export const stagePoint = extensionPoint<Stage>('kinds of lists to import');

/** Rows whose records are collected before they are sent to be written. */
const pieceSize = 200;

interface Parts<Key extends string, Row extends SoundRow, Memo, Index, Changes> extends OfHeadings {
  readonly columns: readonly (ColumnSpec & { readonly key: Key })[];
  readonly memo: () => Memo;
  readonly read: (
    row: RowValues<Key>,
    memo: Memo,
    setting: Setting,
  ) => { readonly row: Row | null; readonly faults: readonly Fault[] | null };
  readonly createIndex: (ctx: Context, countyCode: string) => Promise<Index>;
  readonly readUp: (
    ctx: Context,
    index: Index,
    rows: readonly Row[],
    bounds: Bounds,
    lock: boolean,
  ) => Promise<void>;
  readonly noChanges: () => Changes;
  readonly decide: (ctx: Context, index: Index, changes: Changes, row: Row, bounds: Bounds) => RowOutcome;
  readonly write: (
    work: WorkContext,
    countyCode: string,
    changes: Changes,
    bounds: Bounds,
  ) => Promise<void> | void;
}

/** Adds the refused cells beside the reason. */
function withCells(outcome: RowOutcome, cells: TableRow['values']): RowOutcome {
  if (outcome.faults.length + outcome.warnings.length === 0) return outcome;
  const withCell = (fault: Fault) => {
    const value = shownCell(fault.column, cells[fault.column]?.text ?? '');
    return value === undefined ? fault : { ...fault, value };
  };
  return { ...outcome, faults: outcome.faults.map(withCell), warnings: outcome.warnings.map(withCell) };
}

type SoundRow = PeopleOfRow & { readonly number: number };

interface WithCell {
  readonly cell: { warnings(): readonly Fault[]; beside(said: SaidOfStates): void };
}

export function defineStage<Key extends string, Row extends SoundRow, Memo extends WithCell, Index, Changes>(
  parts: Parts<Key, Row, Memo, Index, Changes>,
): Stage {
  const readUp = (ctx: Context, index: Index, rows: readonly ReadRow[], bounds: Bounds, lock: boolean) => {
    const sound = rows.flatMap(({ row }) => (row ? [row as Row] : []));
    return parts.readUp(ctx, index, sound, bounds, lock);
  };
  const decide = (ctx: Context, index: Index, changes: Changes, rows: readonly ReadRow[], bounds: Bounds) =>
    rows.map(({ number, row, faults, warnings, cells }) => {
      if (!row) return withCells(rejected(number, faults ?? []), cells);
      const decided = parts.decide(ctx, index, changes, row as Row, bounds);
      const isToSay = warnings.length > 0 && decided.result !== 'REJECTED';
      return withCells(
        isToSay ? { ...decided, warnings: [...decided.warnings, ...warnings] } : decided,
        cells,
      );
    });
  const { kind, columns, headings, assumes, needsBesides, endures, sumsUp, isPlain } = parts;
  return {
    ...{ kind, columns, headings, assumes, needsBesides, endures, sumsUp, isPlain },
    reader(setting) {
      const memo = parts.memo();
      return (row, said) => {
        memo.cell.beside(said);
        const { row: sound, faults } = parts.read(row as RowValues<Key>, memo, setting);
        const { number, values: cells } = row;
        return { number, cells, row: sound, faults, warnings: memo.cell.warnings() };
      };
    },
    trial(ctx, countyCode, bounds) {
      const opened = parts.createIndex(ctx, countyCode);
      return async (rows) => {
        const index = await opened;
        await readUp(ctx, index, rows, bounds, false);
        return decide(ctx, index, parts.noChanges(), rows, bounds);
      };
    },
    async commit(work, countyCode, bounds, rows) {
      const index = await parts.createIndex(work, countyCode);
      await readUp(work, index, rows, bounds, true);
      const outcomes: RowOutcome[] = [];
      // Piece by piece: while the database writes one, the next is decided, and nothing waits before the end.
      for (let from = 0; from < rows.length; from += pieceSize) {
        const changes = parts.noChanges();
        outcomes.push(...decide(work, index, changes, rows.slice(from, from + pieceSize), bounds));
        await parts.write(work, countyCode, changes, bounds);
        await turn();
      }
      return outcomes;
    },
  };
}
