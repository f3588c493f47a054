import Download from '@mui/icons-material/Download';
import { Button } from '@mui/material';
import { downloadCSV, useTranslate } from 'react-admin';
import type { BoardBy, BoardPage } from './board.graphql.ts';
import { columnsOf, nameOf, numberOf } from './columns.ts';
import { csvOf } from './csv.ts';
import { rateText } from './RateBar.tsx';

interface BoardExportProps {
  board: BoardPage;
  by: BoardBy;
  place: string;
}

/** The board as it is on the screen, all rows of it. */
export function BoardExport({ board, by, place }: BoardExportProps) {
  const translate = useTranslate();
  const save = () => {
    const columns = columnsOf(by === 'CADRE');
    const numbers = (counts: BoardPage['totals'] | BoardPage['rows'][number]) =>
      columns.map((column) => {
        const value = numberOf(counts, column);
        if (column !== 'rate') return value ?? 0;
        return value === null ? '' : rateText(value);
      });
    const head = [
      translate(`resources.board.row.${by}`),
      ...columns.map((column) => translate(`resources.board.numbers.${column}`)),
    ];
    const lines = board.rows.map((line) => [
      line.division?.path ?? [nameOf(line), line.cadre?.organization?.name].filter(Boolean).join(' '),
      ...numbers(line),
    ]);
    const csv = csvOf([head, ...lines, [translate('resources.board.totals'), ...numbers(board.totals)]]);
    downloadCSV(csv, [translate('resources.board.file'), place, board.period, board.asOf].join('-'));
  };
  return (
    <Button size="small" startIcon={<Download />} onClick={save} disabled={board.rows.length === 0}>
      {translate('resources.board.export')}
    </Button>
  );
}
