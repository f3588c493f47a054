import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title, useTranslate } from 'react-admin';
import { useFormatInstant } from '../../shared/display/days.ts';
import { BoardExport } from './BoardExport.tsx';
import { BoardHead, useStepNames } from './BoardHead.tsx';
import { BoardEmpty, BoardError, BoardLoading } from './BoardStates.tsx';
import { type BoardResult as Board, loadBoard } from './board.graphql.ts';
import { BoardRows } from './table/BoardRows.tsx';
import { BoardTotals } from './table/BoardTotals.tsx';
import { useBoardPlace } from './useBoardPlace.ts';

const isEmpty = ({ totals, rows }: Board) =>
  totals.households === 0 && totals.duties === 0 && rows.length === 0;

/** The state of a quarter's visits: the first page for everyone who may read visits. */
export function BoardPage() {
  const translate = useTranslate();
  const format = useFormatInstant();
  const place = useBoardPlace();
  const names = useStepNames(place.steps);
  const { period, divisionCode, by, steps } = place;
  const {
    data: board,
    error,
    refetch,
    dataUpdatedAt,
  } = useQuery({
    queryKey: ['board', period, divisionCode, by],
    queryFn: ({ signal }) => loadBoard({ period, divisionCode, by }, signal),
  });
  const filter = { period, divisionCode, cadre: null };
  const here = names.get(divisionCode ?? '') ?? divisionCode ?? translate('resources.board.all');
  const isWhole = steps.length <= 1;

  return (
    <Box sx={{ pb: 2 }}>
      <Title title={translate('resources.board.name')} />
      <BoardHead
        place={place}
        names={names}
        actions={board && <BoardExport board={board} by={by} place={here} />}
      />
      {!board && !error && <BoardLoading />}
      {!board && error && <BoardError error={error} onRetry={() => void refetch()} />}
      {board && isWhole && isEmpty(board) && <BoardEmpty />}
      {board && !(isWhole && isEmpty(board)) && (
        <>
          <BoardTotals totals={board.totals} filter={filter} place={here} />
          <Typography variant="body2" sx={{ color: 'text.secondary', my: 1 }}>
            {translate('resources.board.asOf', {
              day: board.asOf,
              at: format(new Date(dataUpdatedAt).toISOString()),
            })}
          </Typography>
          <BoardRows key={`${period} ${divisionCode} ${by}`} board={board} by={by} filter={filter} />
        </>
      )}
    </Box>
  );
}
