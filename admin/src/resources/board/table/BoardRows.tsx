import { type Theme, Typography, useMediaQuery } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { BoardBy, BoardResult } from '../board.graphql.ts';
import { type BoardSort, sortLines } from '../numbers/columns.ts';
import type { BoardFilter } from '../numbers/drill.ts';
import { BoardCards } from './BoardCards.tsx';
import { BoardTable } from './BoardTable.tsx';

const PER_PAGE = 50;

/** Divisions stand in official order; cadres with the most overdue come first. */
const firstSort = (by: BoardBy): BoardSort | null =>
  by === 'CADRE' ? { column: 'rate', isDescending: false } : null;

interface BoardRowsProps {
  board: BoardResult;
  by: BoardBy;
  filter: BoardFilter;
}

export function BoardRows({ board, by, filter }: BoardRowsProps) {
  const translate = useTranslate();
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const [sort, setSort] = useState(firstSort(by));
  const [page, setPage] = useState(0);
  const onSort = (column: BoardSort['column']) => {
    const isDescending =
      sort?.column === column ? !sort.isDescending : column !== 'name' && column !== 'rate';
    setSort({ column, isDescending });
    setPage(0);
  };
  const lines = sortLines(board.rows, sort).slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const Rows = isPhone ? BoardCards : BoardTable;
  if (board.rows.length === 0) {
    return (
      <Typography sx={{ py: 3, color: 'text.secondary' }}>{translate('resources.board.nothing')}</Typography>
    );
  }
  return (
    <>
      <Rows
        by={by}
        lines={lines}
        totals={board.totals}
        filter={filter}
        sort={sort}
        onSort={onSort}
        paging={{ count: board.rows.length, page, perPage: PER_PAGE, onChange: setPage }}
      />
      {by === 'CADRE' && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {translate('resources.board.totalsOfCadres')}
        </Typography>
      )}
    </>
  );
}
