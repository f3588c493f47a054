import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { BoardCounts as Totals } from '../board.graphql.ts';
import { countOf } from '../numbers/columns.ts';
import type { BoardFilter, BoardNumber } from '../numbers/drill.ts';
import { NumberLink } from './NumberLink.tsx';
import { RateBar } from './RateBar.tsx';

const key = 'resources.board';

const CARDS: readonly BoardNumber[] = [
  ...(['households', 'duties', 'done', 'dueInTime', 'overdue'] as const),
  ...(['missed', 'excused', 'upcoming', 'problemsOpen', 'missingHelper'] as const),
];

const HINTS: ReadonlySet<BoardNumber> = new Set(['households', 'duties', 'overdue', 'missed']);

const grid = {
  display: 'grid',
  gap: 1,
  gridTemplateColumns: { xs: 'repeat(2, 1fr)', sm: 'repeat(auto-fit, minmax(190px, 1fr))' },
} as const;

function Below({ number, totals }: { number: BoardNumber; totals: Totals }) {
  const translate = useTranslate();
  if (number === 'done') {
    return (
      <>
        <RateBar rateBps={totals.rateBps} isAlone />
        {totals.lateDone > 0 && translate(`${key}.hints.done`, { count: totals.lateDone })}
      </>
    );
  }
  return HINTS.has(number) ? translate(`${key}.hints.${number}`) : null;
}

interface BoardTotalsProps {
  totals: Totals;
  filter: BoardFilter;
  place: string;
}

/** The totals, each a link to the list it counts. */
export function BoardTotals({ totals, filter, place }: BoardTotalsProps) {
  const translate = useTranslate();
  return (
    <Box sx={grid}>
      {CARDS.map((number) => (
        <Card key={number} sx={{ p: 1.5, minWidth: 0 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate(`${key}.numbers.${number}`)}
          </Typography>
          <NumberLink
            number={number}
            value={countOf(totals, number)}
            filter={filter}
            name={place}
            sx={{ fontSize: '1.625rem', fontWeight: 600, lineHeight: 1.3 }}
          />
          <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
            <Below number={number} totals={totals} />
          </Typography>
        </Card>
      ))}
    </Box>
  );
}
