import { Box, Chip } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useListContext, useTranslate } from 'react-admin';
import { ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { request } from '../../api/client.ts';
import { apiFilter } from '../../providers/data/filter.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { problemCounts } from './problems.graphql.ts';

const CHIPS = ['ALL', ...ProblemStatus.keys] as const;

/** All statuses side by side with their counts; one click filters by one. */
export function StatusChips() {
  const translate = useTranslate();
  const label = useCodeLabel(ProblemStatus);
  const { filterValues, setFilters, displayedFilters } = useListContext();
  const { status, ...others } = filterValues;
  const filter = apiFilter(others);
  const { data } = useQuery({
    queryKey: ['problems', 'counts', filter],
    queryFn: ({ signal }) =>
      request(
        problemCounts,
        {
          all: filter,
          open: { ...filter, status: ['OPEN'] },
          inHand: { ...filter, status: ['IN_HAND'] },
          solved: { ...filter, status: ['SOLVED'] },
          unsolvable: { ...filter, status: ['UNSOLVABLE'] },
        },
        { signal },
      ),
    placeholderData: (before) => before,
  });
  const chosen: readonly string[] = Array.isArray(status) ? status : [];
  const isOn = (chip: (typeof CHIPS)[number]) =>
    chip === 'ALL' ? chosen.length === 0 : chosen.includes(chip);
  const choose = (chip: (typeof CHIPS)[number]) =>
    setFilters(chip === 'ALL' ? others : { ...others, status: [chip] }, displayedFilters);
  return (
    <Box
      role="group"
      aria-label={translate('resources.problems.statusFilter')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 1 }}
    >
      {CHIPS.map((chip) => (
        <Chip
          key={chip}
          clickable
          aria-pressed={isOn(chip)}
          color={isOn(chip) ? 'primary' : 'default'}
          variant={isOn(chip) ? 'filled' : 'outlined'}
          onClick={() => choose(chip)}
          label={translate('resources.problems.count', {
            label: chip === 'ALL' ? translate('resources.problems.all') : label(chip),
            count: data?.[chip].totalCount ?? '…',
          })}
        />
      ))}
    </Box>
  );
}
