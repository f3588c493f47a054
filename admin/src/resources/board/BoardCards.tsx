import { Box, Card, TablePagination, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { BoardRowName } from './BoardRowName.tsx';
import type { BoardTableProps } from './BoardTable.tsx';
import type { BoardLine } from './board.graphql.ts';
import { columnsOf, nameOf } from './columns.ts';
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
  const numbers = columnsOf(isCadre).filter((column) => column !== 'rate');
  return (
    <Card component="li" sx={{ p: 1.5 }}>
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
              <NumberLink number={number} value={line[number]} filter={line.filter} name={nameOf(line)} />
            </Box>
          </div>
        ))}
      </Box>
    </Card>
  );
}

/** The same rows where a table of ten columns does not fit. */
export function BoardCards({ by, lines, paging }: BoardTableProps) {
  const translate = useTranslate();
  return (
    <>
      <Box
        component="ul"
        aria-label={translate(`${key}.table`)}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
      >
        {lines.map((line) => (
          <BoardCard
            key={`${line.filter.divisionCode} ${line.filter.cadre}`}
            line={line}
            isCadre={by === 'CADRE'}
          />
        ))}
      </Box>
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
