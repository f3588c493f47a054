import Cancel from '@mui/icons-material/Cancel';
import { Box, Button, Chip } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { wrappingChip } from '../../display/wrapping-chip.ts';
import { removable, withoutFilter, withoutFilters } from './active-filters.ts';
import { FilterWords } from './FilterWords.tsx';
import type { FilterInputs } from './filter-inputs.ts';

interface FilterChipsProps {
  inputs: FilterInputs;
  /** The default filter. */
  defaults?: Record<string, unknown>;
}

const row = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, my: 1, px: 1 } as const;

const chip = { ...wrappingChip, minHeight: 28 } as const;

/** All active filters in words, each removable: a link may have set one that no input shows. */
export function FilterChips({ inputs, defaults = {} }: FilterChipsProps) {
  const translate = useTranslate();
  const { filterValues, setFilters, displayedFilters } = useListContext();
  const shown = removable(filterValues, defaults).filter(
    ([source, value]) => value !== false || !inputs[source]?.isSwitch,
  );
  if (shown.length === 0) return null;
  return (
    <Box component="section" aria-label={translate('bangfu.list.filters')} sx={row}>
      {shown.map(([source, value]) => (
        <Chip
          key={source}
          label={<FilterWords source={source} value={value} inputs={inputs} />}
          onDelete={() => setFilters(withoutFilter(filterValues, defaults, source), displayedFilters)}
          deleteIcon={<Cancel titleAccess={translate('bangfu.list.removeFilter')} />}
          sx={chip}
        />
      ))}
      <Button size="small" onClick={() => setFilters(withoutFilters(filterValues, defaults), {})}>
        {translate('bangfu.list.clearFilters')}
      </Button>
    </Box>
  );
}
