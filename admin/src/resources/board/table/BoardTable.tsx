import {
  Card,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableFooter,
  TableHead,
  TablePagination,
  TableRow,
  TableSortLabel,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import type { BoardBy, BoardCounts, BoardLine } from '../board.graphql.ts';
import { type BoardColumn, type BoardSort, boardColumnsOf, countOf, nameOfLine } from '../numbers/columns.ts';
import type { BoardFilter } from '../numbers/drill.ts';
import { BoardRowName } from './BoardRowName.tsx';
import { NumberLink } from './NumberLink.tsx';
import { RateBar } from './RateBar.tsx';

const key = 'resources.board';

export interface BoardTableProps {
  by: BoardBy;
  /** The rows of this page. */
  lines: readonly BoardLine[];
  totals: BoardCounts;
  filter: BoardFilter;
  sort: BoardSort | null;
  onSort: (column: BoardSort['column']) => void;
  paging: { count: number; page: number; perPage: number; onChange: (page: number) => void };
}

interface CellsProps {
  counts: BoardLine | BoardCounts;
  filter: BoardFilter;
  name: string;
  columns: readonly BoardColumn[];
}

function NumberCells({ counts, filter, name, columns }: CellsProps) {
  return columns.map((column) =>
    column === 'rate' ? (
      <TableCell key={column}>
        <RateBar rateBps={counts.rateBps} />
      </TableCell>
    ) : (
      <TableCell key={column} align="right">
        <NumberLink number={column} value={countOf(counts, column)} filter={filter} name={name} />
      </TableCell>
    ),
  );
}

function Head({ by, sort, onSort }: Pick<BoardTableProps, 'by' | 'sort' | 'onSort'>) {
  const translate = useTranslate();
  const cell = (column: BoardSort['column'], label: string) => {
    const isSorted = sort?.column === column;
    const direction = isSorted && sort.isDescending ? 'desc' : 'asc';
    return (
      <TableCell
        key={column}
        align={column === 'name' || column === 'rate' ? 'left' : 'right'}
        sortDirection={isSorted ? direction : false}
        sx={{ whiteSpace: 'normal', wordBreak: 'keep-all', lineHeight: 1.3 }}
      >
        <TableSortLabel hideSortIcon active={isSorted} direction={direction} onClick={() => onSort(column)}>
          {label}
        </TableSortLabel>
      </TableCell>
    );
  };
  return (
    <TableHead>
      <TableRow>
        {cell('name', translate(`${key}.row.${by}`))}
        {boardColumnsOf(by === 'CADRE').map((column) => cell(column, translate(`${key}.numbers.${column}`)))}
      </TableRow>
    </TableHead>
  );
}

// Eleven columns of numbers fit beside an open menu.
const narrow = { '& td, & th': { px: 1 } };

const foot = {
  '& td, & th': { color: 'text.primary', fontWeight: 600, fontSize: '0.875rem', bgcolor: '#eef2f5' },
};

export function BoardTable({ by, lines, totals, filter, sort, onSort, paging }: BoardTableProps) {
  const translate = useTranslate();
  const columns = boardColumnsOf(by === 'CADRE');
  const total = translate(`${key}.totals`);
  return (
    <Card>
      <TableContainer>
        <Table size="small" aria-label={translate(`${key}.table`)} sx={narrow}>
          <Head by={by} sort={sort} onSort={onSort} />
          <TableBody>
            {lines.map((line) => (
              <TableRow key={`${line.filter.divisionCode} ${line.filter.cadre}`} hover>
                <TableCell component="th" scope="row" sx={{ minWidth: 120, maxWidth: 260 }}>
                  <BoardRowName line={line} />
                </TableCell>
                <NumberCells counts={line} filter={line.filter} name={nameOfLine(line)} columns={columns} />
              </TableRow>
            ))}
          </TableBody>
          <TableFooter sx={foot}>
            <TableRow>
              <TableCell component="th" scope="row">
                {total}
              </TableCell>
              <NumberCells counts={totals} filter={filter} name={total} columns={columns} />
            </TableRow>
          </TableFooter>
        </Table>
      </TableContainer>
      {paging.count > paging.perPage && (
        <TablePagination
          component="div"
          count={paging.count}
          page={paging.page}
          rowsPerPage={paging.perPage}
          rowsPerPageOptions={[paging.perPage]}
          onPageChange={(_event, page) => paging.onChange(page)}
        />
      )}
    </Card>
  );
}
