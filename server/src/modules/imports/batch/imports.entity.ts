import { type SQL, sql } from 'drizzle-orm';
import { pick } from '#platform/core/pick.ts';
import { notMoved } from '#platform/feed/place.ts';
import type { Columns, ScopeRule } from '#platform/read/entity.ts';
import { by, defineEntity, type EntityOf, list } from '#platform/read/entity.ts';
import { byCounty, byDivisionOfCounty, inDivision, oneOf } from '#platform/read/scope.ts';
import { tableColumns } from '#platform/read/select.ts';
import { ImportKind, ImportRowResult, ImportStatus } from '#schema/codes/imports/import.codes.ts';
import { importBatch, importRow } from '#schema/imports/imports.table.ts';
import { ImportBatch, ImportRow } from '#schema/imports/imports.type.ts';

const batchScope = byDivisionOfCounty('divisionCode');

/** The audited values of a batch. */
const audited = (batch: typeof importBatch.$inferSelect) =>
  pick(batch, [
    'kind',
    'fileName',
    'fileHash',
    'asOf',
    'status',
    'created',
    'updated',
    'unchanged',
    'rejected',
  ]);

export const importBatchEntity = defineEntity({
  type: ImportBatch,
  table: importBatch,
  feed: {},
  place: notMoved('its people are those of the place that let it in; those of another may not see them'),
  audited,
  plural: 'imports',
  right: 'import.run',
  scope: batchScope,
  query: { one: 'importBatch', list: 'importBatches' },
  defaultSort: [{ field: 'CREATED_AT', direction: 'DESC' }],
  sorts: {
    CREATED_AT: { description: 'By the time it was checked.', sql: by('createdAt') },
    FILE_NAME: { description: 'By the name of the file.', sql: by('fileName') },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'Bound to this division or one below it.',
      sql: inDivision('divisionCode'),
    },
    kind: { type: () => [ImportKind.enum], description: 'Any of these kinds.', sql: oneOf('kind') },
    status: { type: () => [ImportStatus.enum], description: 'Any of these.', sql: oneOf('status') },
  },
  relations: {
    rows: list(
      () => importRowEntity,
      { countyCode: 'countyCode', id: 'batchId' },
      'What became of each row; before the import what would.',
    ),
  },
});

/** Rows are visible with their batch. */
const rowScope: ScopeRule = (
  columns: Columns,
  reach,
): SQL => sql`${byCounty()(columns, reach)} and exists (select from ${importBatch}
  where ${importBatch.countyCode} = ${columns.countyCode} and ${importBatch.id} = ${columns.batchId}
  and ${batchScope(tableColumns(importBatchEntity), reach)})`;

export const importRowEntity: EntityOf<typeof importRow> = defineEntity({
  type: ImportRow,
  table: importRow,
  key: ['countyCode', 'batchId', 'rowNumber'],
  plural: 'rows of imports',
  right: 'import.run',
  scope: rowScope,
  defaultSort: [{ field: 'ROW_NUMBER', direction: 'ASC' }],
  sorts: { ROW_NUMBER: { description: 'By the number of the row.', sql: by('rowNumber') } },
  filters: {
    result: {
      type: () => [ImportRowResult.enum],
      description: 'Any of these results.',
      sql: oneOf('result'),
    },
    hasWarnings: {
      type: () => Boolean,
      description: 'Whether there is something to be looked at although the row is not refused.',
      sql: (columns, wanted: boolean) => sql`(${columns.warnings} is not null) = ${wanted}`,
    },
  },
});
