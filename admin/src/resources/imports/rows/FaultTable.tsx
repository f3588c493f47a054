import { Box, Chip, TablePagination } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useLang } from '../../../shared/codes/codes.ts';
import { type RowColumn, RowTable } from '../../../shared/table/RowTable.tsx';
import type { Batch } from '../batch.ts';
import { useSheetColumn } from '../headings/useColumnLabel.ts';
import { countReasons, type RowFault } from './row-faults.ts';

const PER_PAGE = 25;

interface ReasonsProps {
  faults: readonly RowFault[];
  chosen: string | undefined;
  onChoose: (code: string | undefined) => void;
}

function Reasons({ faults, chosen, onChoose }: ReasonsProps) {
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
      {chip(undefined, translate('resources.imports.allReasons'), faults.length)}
      {countReasons(faults).map(({ code, count, one }) => chip(code, one[lang], count))}
    </Box>
  );
}

function useColumns(batch: Batch): RowColumn<RowFault>[] {
  const column = useSheetColumn(batch.columns);
  const lang = useLang();
  const hasSheets = (batch.columns?.sheets ?? []).filter(({ isRead }) => isRead).length > 1;
  const place = ({ sheet, row }: RowFault) => (hasSheets ? `${sheet} ${row}` : row);
  return [
    { key: 'row', label: 'resources.imports.rowNumber', cell: place, align: 'right' },
    { key: 'column', label: 'resources.imports.column', cell: (one) => column(one.column) },
    { key: 'value', label: 'resources.imports.value', cell: (one) => one.value ?? '' },
    { key: 'reason', label: 'resources.imports.reason', cell: (one) => one[lang] },
  ];
}

interface FaultTableProps {
  batch: Batch;
  faults: readonly RowFault[];
  /** Key of the label of the rows. */
  label: string;
}

/** Faults by reason, with row and column of the user's own sheet. */
export function FaultTable({ batch, faults, label }: FaultTableProps) {
  const translate = useTranslate();
  const columns = useColumns(batch);
  const [code, setCode] = useState<string>();
  const [page, setPage] = useState(0);
  const choose = (next: string | undefined) => {
    setCode(next);
    setPage(0);
  };
  const shown = code ? faults.filter((one) => one.code === code) : faults;
  return (
    <>
      <Reasons faults={faults} chosen={code} onChoose={choose} />
      <RowTable
        rows={shown.slice(page * PER_PAGE, (page + 1) * PER_PAGE)}
        columns={columns}
        keyOf={({ key }) => key}
        label={label}
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
    </>
  );
}
