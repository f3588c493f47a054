import { Alert, CircularProgress, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { request } from '../../../api/client.ts';
import { notAllowed } from '../../../api/errors.ts';
import { Section } from '../../../shared/display/Section.tsx';
import { type RowColumn, RowTable } from '../../../shared/table/RowTable.tsx';
import type { Batch } from '../batch.ts';
import { useSheetColumn } from '../headings/useColumnLabel.ts';
import { changedRows } from '../imports.graphql.ts';

interface Change {
  key: string;
  row: number;
  column: string;
  before: string | null;
  after: string | null;
}

/** More than anybody reads on a screen. */
const MOST_ROWS = 300;

async function load(id: string, signal: AbortSignal): Promise<{ changes: Change[]; total: number }> {
  const changes: Change[] = [];
  let after: string | null = null;
  let total = 0;
  for (let rows = 0; rows < MOST_ROWS; rows += 100) {
    const answer: Awaited<ReturnType<typeof loadPage>> = await loadPage(id, after, signal);
    total = answer.totalCount;
    for (const { rowNumber, changes: ofRow } of answer.nodes)
      for (const change of ofRow ?? [])
        changes.push({ key: `${rowNumber} ${change.column}`, row: rowNumber, ...change });
    if (!answer.pageInfo.hasNextPage) break;
    after = answer.pageInfo.endCursor;
  }
  return { changes, total };
}

async function loadPage(id: string, after: string | null, signal: AbortSignal) {
  const { rows } = (await request(changedRows, { id, after }, { signal })).importBatch;
  if (!rows) throw notAllowed();
  return rows;
}

/**
 * Existing records that the rows change, old and new values side by side; before the import, what they would change.
 */
export function ChangedRows({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  const column = useSheetColumn(batch.columns);
  const { data, error, isPending } = useQuery({
    queryKey: ['imports', 'changes', batch.id, batch.version],
    queryFn: ({ signal }) => load(batch.id, signal),
    enabled: batch.updated > 0,
  });
  if (batch.updated === 0) return null;
  const columns: RowColumn<Change>[] = [
    { key: 'row', label: 'resources.imports.rowNumber', cell: ({ row }) => row, align: 'right' },
    { key: 'column', label: 'resources.imports.column', cell: (one) => column(one.column) },
    { key: 'before', label: 'resources.imports.before', cell: ({ before }) => before ?? '—' },
    { key: 'after', label: 'resources.imports.after', cell: ({ after }) => after ?? '—' },
  ];
  return (
    <Section title="resources.imports.changed">
      {error && <Alert severity="error">{translate(error.message)}</Alert>}
      {isPending && <CircularProgress size={20} sx={{ display: 'block', my: 2 }} />}
      {data && (
        <RowTable
          rows={data.changes}
          columns={columns}
          keyOf={({ key }) => key}
          label="resources.imports.changed"
          empty="resources.imports.noChange"
        />
      )}
      {data && data.total > MOST_ROWS && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('resources.imports.moreChanges', { rows: MOST_ROWS, total: data.total })}
        </Typography>
      )}
    </Section>
  );
}
