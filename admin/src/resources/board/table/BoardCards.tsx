import { Box, TablePagination, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { CardItem, CardList } from '../../../shared/display/CardList.tsx';
import type { BoardLine } from '../board.graphql.ts';
import { boardColumnsOf, countOf, nameOfLine } from '../numbers/columns.ts';
import { BoardRowName } from './BoardRowName.tsx';
import type { BoardTableProps } from './BoardTable.tsx';
import { NumberLink } from './NumberLink.tsx';
import { RateBar } from './RateBar.tsx';

const key = 'resources.board';

const facts = {
  m: 0,
  mt: 1,
  display: 'grid',
  gridTemplateColumns: 'repeat(3, 1fr)',
  rowGap: 1,
  columnGap: 1,
} as const;

function BoardCard({ line, isCadre }: { line: BoardLine; isCadre: boolean }) {
  const translate = useTranslate();
  const numbers = boardColumnsOf(isCadre).filter((column) => column !== 'rate');
  return (
    <CardItem>
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <Typography component="div" sx={{ fontWeight: 600, minWidth: 0 }}>
          <BoardRowName line={line} />
        </Typography>
        <RateBar rateBps={line.rateBps} />
      </Box>
      <Box component="dl" sx={facts}>
        {numbers.map((number) => (
          <div key={number}>
            <Typography component="dt" variant="caption" sx={{ color: 'text.secondary', display: 'block' }}>
              {translate(`${key}.numbers.${number}`)}
            </Typography>
            <Box component="dd" sx={{ m: 0 }}>
              <NumberLink
                number={number}
                value={countOf(line, number)}
                filter={line.filter}
                name={nameOfLine(line)}
              />
            </Box>
          </div>
        ))}
      </Box>
    </CardItem>
  );
}

/** The same rows on screens too narrow for ten columns. */
export function BoardCards({ by, lines, paging }: BoardTableProps) {
  const translate = useTranslate();
  return (
    <>
      <CardList label={translate(`${key}.table`)}>
        {lines.map((line) => (
          <BoardCard
            key={`${line.filter.divisionCode} ${line.filter.cadre}`}
            line={line}
            isCadre={by === 'CADRE'}
          />
        ))}
      </CardList>
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
    </>
  );
}
