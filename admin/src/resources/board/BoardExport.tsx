import Download from '@mui/icons-material/Download';
import { Button } from '@mui/material';
import { downloadCSV, useTranslate } from 'react-admin';
import type { BoardBy, BoardResult } from './board.graphql.ts';
import { boardCellsOf, boardColumnsOf, nameOfLine } from './numbers/columns.ts';
import { csvOf } from './numbers/csv.ts';

interface BoardExportProps {
  board: BoardResult;
  by: BoardBy;
  place: string;
}

/** Exports the board as shown, with all of its rows. */
export function BoardExport({ board, by, place }: BoardExportProps) {
  const translate = useTranslate();
  const save = () => {
    const columns = boardColumnsOf(by === 'CADRE');
    const head = [
      translate(`resources.board.row.${by}`),
      ...columns.map((column) => translate(`resources.board.numbers.${column}`)),
    ];
    const lines = board.rows.map((line) => [
      line.division?.path ?? [nameOfLine(line), line.cadre?.organization?.name].filter(Boolean).join(' '),
      ...boardCellsOf(line, columns),
    ]);
    const csv = csvOf([
      head,
      ...lines,
      [translate('resources.board.totals'), ...boardCellsOf(board.totals, columns)],
    ]);
    downloadCSV(csv, [translate('resources.board.file'), place, board.period, board.asOf].join('-'));
  };
  return (
    <Button size="small" startIcon={<Download />} onClick={save} disabled={board.rows.length === 0}>
      {translate('resources.board.export')}
    </Button>
  );
}
