import Download from '@mui/icons-material/Download';
import { Alert, Box, Chip, CircularProgress, TablePagination, Typography } from '@mui/material';
import { useState } from 'react';
import { required, TextInput, useTranslate } from 'react-admin';
import { download } from '../../api/download.ts';
import { useLang } from '../../shared/codes/codes.ts';
import { Section } from '../../shared/display/Section.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { type RowColumn, RowTable } from '../../shared/table/RowTable.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import type { Batch } from './batch.ts';
import { countReasons, MOST_ROWS, type Refusal, useRefusals } from './refusals.ts';
import { useSheetColumn } from './useColumnLabel.ts';

const PER_PAGE = 25;

/** The rows hold whole numbers, so that what they are wanted for is asked and kept. */
export function DownloadButton({ batch }: { batch: Batch }) {
  const mayReveal = useHasRight('personal.reveal');
  if (!mayReveal) return null;
  return (
    <VerbButton
      label="resources.imports.download"
      icon={<Download fontSize="small" />}
      operation={`rejected ${batch.id}`}
      run={({ purpose }) => download(`/imports/${encodeURIComponent(batch.id)}/rejected.xlsx`, purpose)}
      lead="resources.imports.downloadLead"
      success="resources.imports.downloaded"
    >
      <TextInput source="purpose" label="resources.imports.purpose" validate={required()} />
    </VerbButton>
  );
}

interface ReasonsProps {
  refusals: readonly Refusal[];
  chosen: string | undefined;
  onChoose: (code: string | undefined) => void;
}

function Reasons({ refusals, chosen, onChoose }: ReasonsProps) {
  const translate = useTranslate();
  const lang = useLang();
  const chip = (code: string | undefined, label: string, count: number) => (
    <Chip
      key={code ?? ''}
      clickable
      size="small"
      color={chosen === code ? 'primary' : 'default'}
      aria-pressed={chosen === code}
      label={`${label} ${count}`}
      onClick={() => onChoose(code)}
      sx={{ maxWidth: '100%' }}
    />
  );
  return (
    <Box
      role="group"
      aria-label={translate('resources.imports.byReason')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, my: 1.5 }}
    >
      {chip(undefined, translate('resources.imports.allReasons'), refusals.length)}
      {countReasons(refusals).map(({ code, count, one }) => chip(code, one[lang], count))}
    </Box>
  );
}

function useColumns(batch: Batch): RowColumn<Refusal>[] {
  const column = useSheetColumn(batch.columns);
  const lang = useLang();
  const hasSheets = (batch.columns?.sheets ?? []).filter(({ isRead }) => isRead).length > 1;
  const place = ({ sheet, row }: Refusal) => (hasSheets ? `${sheet} ${row}` : row);
  return [
    { key: 'row', label: 'resources.imports.rowNumber', cell: place, align: 'right' },
    { key: 'column', label: 'resources.imports.column', cell: (one) => column(one.column) },
    { key: 'value', label: 'resources.imports.value', cell: (one) => one.value ?? '' },
    { key: 'reason', label: 'resources.imports.reason', cell: (one) => one[lang] },
  ];
}

function RefusalTable({ batch, refusals }: { batch: Batch; refusals: readonly Refusal[] }) {
  const translate = useTranslate();
  const columns = useColumns(batch);
  const [code, setCode] = useState<string>();
  const [page, setPage] = useState(0);
  const choose = (next: string | undefined) => {
    setCode(next);
    setPage(0);
  };
  const shown = code ? refusals.filter((one) => one.code === code) : refusals;
  return (
    <>
      <Reasons refusals={refusals} chosen={code} onChoose={choose} />
      <RowTable
        rows={shown.slice(page * PER_PAGE, (page + 1) * PER_PAGE)}
        columns={columns}
        keyOf={({ key }) => key}
        label="resources.imports.refused"
        empty="resources.imports.allReasons"
      />
      {shown.length > PER_PAGE && (
        <TablePagination
          component="div"
          count={shown.length}
          page={page}
          onPageChange={(_event, next) => setPage(next)}
          rowsPerPage={PER_PAGE}
          rowsPerPageOptions={[]}
          labelDisplayedRows={({ from, to, count }) =>
            translate('resources.imports.showing', { from, to, shown: count })
          }
        />
      )}
      {batch.rejected > MOST_ROWS && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('resources.imports.moreInFile', { rows: MOST_ROWS })}
        </Typography>
      )}
    </>
  );
}

/** Which rows were refused, where and why, by the numbers and headings of the user's own sheet. */
export function RefusedRows({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  const { data, error, isPending } = useRefusals(batch.id, batch.version, batch.rejected > 0);
  if (batch.rejected === 0) return null;
  return (
    <Section title="resources.imports.refused">
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {translate('resources.imports.downloadHint')}
      </Typography>
      <DownloadButton batch={batch} />
      {error && (
        <Alert severity="error" sx={{ my: 1 }}>
          {translate(error.message)}
        </Alert>
      )}
      {isPending && <CircularProgress size={20} sx={{ display: 'block', my: 2 }} />}
      {data && <RefusalTable batch={batch} refusals={data} />}
    </Section>
  );
}
