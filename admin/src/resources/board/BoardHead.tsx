import {
  Box,
  Breadcrumbs,
  Link,
  MenuItem,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material';
import type { ReactNode } from 'react';
import { useGetMany, useTranslate } from 'react-admin';
import { usePeriodChoices } from '../duties/periods.ts';
import type { BoardPlace } from './useBoardPlace.ts';

const key = 'resources.board';

const toggle = { textTransform: 'none', minHeight: 40, color: 'text.primary' };

/** The path from the user's own division down; each step is a link. */
function Steps({ place, names }: { place: BoardPlace; names: ReadonlyMap<string, string> }) {
  const translate = useTranslate();
  const up = (code: string | null, name: string) => (
    <Link key={code ?? 'all'} component="button" onClick={() => place.change({ division: code })}>
      {name}
    </Link>
  );
  const [last, ...above] = [...place.steps].reverse();
  return (
    <Breadcrumbs aria-label={translate(`${key}.place`)} sx={{ flexGrow: 1 }}>
      {place.hasOverview && last && up(null, translate(`${key}.all`))}
      {above.reverse().map((code) => up(code, names.get(code) ?? code))}
      <Typography component="span" aria-current="page" sx={{ fontWeight: 600, color: 'text.primary' }}>
        {last ? (names.get(last) ?? last) : translate(`${key}.all`)}
      </Typography>
    </Breadcrumbs>
  );
}

/** Names of the divisions on the path, by code; nothing is shown until they are loaded. */
export function useStepNames(steps: readonly string[]): ReadonlyMap<string, string> {
  const { data, isPending } = useGetMany('divisions', { ids: [...steps] });
  return new Map([
    ...steps.map((code) => [code, isPending ? '…' : code] as const),
    ...(data ?? []).filter(Boolean).map(({ code, shortName, name }) => [code, shortName ?? name] as const),
  ]);
}

interface BoardHeadProps {
  place: BoardPlace;
  names: ReadonlyMap<string, string>;
  /** Buttons shown once the board is loaded. */
  actions?: ReactNode;
}

export function BoardHead({ place, names, actions }: BoardHeadProps) {
  const translate = useTranslate();
  const periods = usePeriodChoices(place.period);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, my: 1 }}>
      <Steps place={place} names={names} />
      <TextField
        select
        label={translate(`${key}.period`)}
        value={place.period}
        onChange={(event) => place.change({ period: event.target.value })}
        sx={{ width: 250, m: 0 }}
      >
        {periods.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label={translate(`${key}.by.label`)}
        value={place.by}
        onChange={(_event, by) => by && place.change({ by })}
      >
        {place.ways.map((way) => (
          <ToggleButton key={way} value={way} sx={toggle}>
            {translate(`${key}.by.${way}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {actions}
    </Box>
  );
}
