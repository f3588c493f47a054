import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { inWords, type ValueChange } from '#modules/imports/cells/value-changes.rules.ts';
import { shownColumn } from '#modules/imports/headings/chosen-headings.rules.ts';
import { rollBackImport } from '#modules/imports/roll-back/roll-back.service.ts';
import { assumedOf, columnsFrom, knownColumnsOf } from '#modules/imports/staging/imports.file.ts';
import { stageOf } from '#modules/imports/staging/stages.ts';
import { Allow, requireRights } from '#platform/access/allow.ts';
import { hasRight } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { TakesUpTo } from '#platform/core/deadline.ts';
import { loadByKey } from '#platform/read/loader.ts';
import { definePayload } from '#platform/read/payload.ts';
import { placeOf } from '#platform/sheet/table/read-table.ts';
import { errorTexts } from '#schema/codes/errors/error-codes.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { importRights } from '#schema/codes/imports/import-rights.ts';
import { ImportColumns } from '#schema/imports/import-columns.type.ts';
import type { importBatch as batchTable, importRow as rowTable } from '#schema/imports/imports.table.ts';
import {
  CheckImportInput,
  ImportBatch,
  ImportRow,
  ImportRowChange,
  ImportRowError,
  RetryImportCheckInput,
  RollBackImportInput,
  StartImportInput,
} from '#schema/imports/imports.type.ts';
import { importBatchEntity } from './imports.entity.ts';
import { checkImport, retryImportCheck, startImport } from './imports.service.ts';

type BatchRow = typeof batchTable.$inferSelect;
type RowOfBatch = typeof rowTable.$inferSelect;

const importBatch = { entity: importBatchEntity, description: 'The batch as it is now.' };
const CheckImportPayload = definePayload('CheckImport', 'The batch that `checkImport` began to check.', {
  importBatch,
});
const StartImportPayload = definePayload('StartImport', 'The batch that `startImport` started.', {
  importBatch,
});
const RetryImportCheckPayload = definePayload(
  'RetryImportCheck',
  'The batch that `retryImportCheck` began to check again.',
  { importBatch },
);
const RollBackImportPayload = definePayload('RollBackImport', 'The batch that was undone.', { importBatch });

@Resolver(() => ImportBatch)
export class ImportBatchResolver {
  @FieldResolver(() => ImportColumns, { description: 'What the header of the sheet gave.' })
  columns(@Root() row: { columns: string; kind: ImportKind }, @Ctx() ctx: Context): ImportColumns {
    const columns = columnsFrom(row.columns);
    const { sheetName, header, parts, unread = [], hiddenRows = null, choice } = columns;
    const { headerRow } = header;
    const { remembered } = choice;
    const recognised = header.recognised.map(({ isHidden = false, ...one }) => ({
      ...shownColumn(one, remembered),
      isHidden,
    }));
    const ignored = header.ignored.map((one) => shownColumn(one, remembered));
    const ambiguous = header.ambiguous.map((one) => shownColumn(one, remembered));
    const { skippedRows = null, listDay = null } = columns;
    const skipped = (columns.skipped ?? []).map((number) => {
      const { part, row: rowNumber } = placeOf(number);
      return { sheetName: parts[part]?.name ?? '', rowNumber };
    });
    const stage = stageOf(ctx.catalog, row.kind);
    const assumed = assumedOf(stage, columns, ctx.lang);
    const sheets = [
      ...parts.map(({ name }) => ({ name, isRead: true, isHidden: false, isSetAside: false, rows: null })),
      ...unread.map((sheet) => ({ ...sheet, isSetAside: sheet.isSetAside ?? false, isRead: false })),
    ];
    const skipsHidden = choice.skipHidden ?? false;
    const known = knownColumnsOf(stage);
    return {
      ...{ sheetName, headerRow, recognised, ignored, ambiguous, known, sheets },
      ...{ hiddenRows, skipsHidden, skippedRows, skipped, assumed, listDay },
    };
  }

  @Allow('import.run')
  @TakesUpTo(60)
  @Mutation(() => CheckImportPayload, {
    description:
      'Reads the header of an uploaded spreadsheet and checks its rows in the background: what would become of each. Ask `importBatch` until it is CHECKED. A sheet that lacks required columns, is about something else, holds a second table below the first (HEADINGS_CHANGE, with `line`), says between its rows that those below are over (SECTION_OVER, with `line`) or in its name that it holds no records of today (SHEET_UNDECIDED, with `sheets` to choose from), is refused at once, as a whole. Without `personal.reveal` over its place each number in it counts as a search by number, and over that budget the check is FAILED with RATE_LIMITED. What becomes of a row tells what is on record, so that the rights to read that are asked for as well, in all of the place: `household.read`, for a ROSTER `cadre.read` and `pairing.read`, for VISITS these and `visit.read`; FORBIDDEN names the one that is missing, in `extensions.right`.',
  })
  checkImport(@Ctx() ctx: Context, @Arg('input', () => CheckImportInput) input: CheckImportInput) {
    return checkImport(ctx, input);
  }

  @Allow('import.run')
  @Mutation(() => StartImportPayload, {
    description:
      "Imports what was checked, in the background and with the viewer's rights; ask `importBatch` for the progress. A batch that broke off goes on from there. Asks for the same rights as `checkImport`.",
  })
  startImport(@Ctx() ctx: Context, @Arg('input', () => StartImportInput) input: StartImportInput) {
    return startImport(ctx, input);
  }

  @Allow('import.run')
  @Mutation(() => RetryImportCheckPayload, {
    description:
      "Checks a file again whose check broke off, from its first row and with the viewer's rights, the same as for `checkImport`; ask `importBatch` until it is CHECKED.",
  })
  retryImportCheck(
    @Ctx() ctx: Context,
    @Arg('input', () => RetryImportCheckInput) input: RetryImportCheckInput,
  ) {
    return retryImportCheck(ctx, input);
  }

  @Allow('import.run')
  @TakesUpTo(300)
  @Mutation(() => RollBackImportPayload, {
    description:
      'Undoes all that a batch made and changed. Refused with BUILT_UPON and `builtUpon`, how many, where anything was changed or hung on it since.',
  })
  rollBackImport(@Ctx() ctx: Context, @Arg('input', () => RollBackImportInput) input: RollBackImportInput) {
    return rollBackImport(ctx, input);
  }
}

type StoredRow = Pick<RowOfBatch, 'countyCode' | 'batchId' | 'rowNumber'>;

const batchOf = async (ctx: Context, row: StoredRow): Promise<BatchRow | null> =>
  (await loadByKey(ctx, importBatchEntity, [row.countyCode, row.batchId])) as BatchRow | null;

/** What stands in the cells of a list is for those whose work such lists are. */
async function shownFaults(ctx: Context, row: StoredRow, text: string | null): Promise<ImportRowError[]> {
  const faults = JSON.parse(text ?? '[]') as Fault[];
  const batch = faults.length > 0 ? await batchOf(ctx, row) : null;
  const rights = batch ? importRights[batch.kind as ImportKind] : [];
  const seesCells = rights.every((right) => hasRight(ctx.viewer, right));
  return faults.map(({ column, code, value = null }) => ({
    column,
    code,
    value: seesCells ? value : null,
    ...errorTexts[code],
  }));
}

@Resolver(() => ImportRow)
export class ImportRowResolver {
  @FieldResolver()
  rowNumber(@Root() row: StoredRow): number {
    return placeOf(row.rowNumber).row;
  }

  @FieldResolver()
  async sheetName(@Ctx() ctx: Context, @Root() row: StoredRow): Promise<string> {
    const batch = await batchOf(ctx, row);
    const parts = batch ? columnsFrom(batch.columns).parts : [];
    return parts[placeOf(row.rowNumber).part]?.name ?? '';
  }

  @FieldResolver(() => [ImportRowError], { description: 'Why it was refused; empty where it was not.' })
  errors(@Root() row: StoredRow & { errors: string | null }, @Ctx() ctx: Context): Promise<ImportRowError[]> {
    return shownFaults(ctx, row, row.errors);
  }

  @FieldResolver(() => [ImportRowError], {
    description:
      'What should be looked at although the row is not refused, such as a person who may be on record already; empty where there is nothing.',
  })
  warnings(
    @Root() row: StoredRow & { warnings: string | null },
    @Ctx() ctx: Context,
  ): Promise<ImportRowError[]> {
    return shownFaults(ctx, row, row.warnings);
  }

  @FieldResolver(() => [ImportRowChange], {
    nullable: true,
    description:
      'What it changes of records that are there, old and new; empty where nothing is changed. Null with FORBIDDEN for who may not read such records: the right to import says nothing of that.',
  })
  async changes(
    @Root() row: StoredRow & { changes: string | null },
    @Ctx() ctx: Context,
  ): Promise<ImportRowChange[]> {
    const batch = await batchOf(ctx, row);
    if (batch) requireRights(ctx.viewer, importRights[batch.kind as ImportKind]);
    const changes = JSON.parse(row.changes ?? '[]') as ValueChange[];
    return changes.map(({ column, before, after }) => ({
      column,
      before: inWords(column, before, ctx.lang),
      after: inWords(column, after, ctx.lang),
    }));
  }
}
