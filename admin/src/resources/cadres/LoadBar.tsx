import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useLoadLimit } from './useLoadLimit.ts';

interface LoadBarProps {
  /** Null for users who may not read pairings. */
  load: number | null;
  countyCode: string | undefined;
}

/** Households of a cadre against the county's limit; the numbers carry the meaning, the colour only helps. */
export function LoadBar({ load, countyCode }: LoadBarProps) {
  const translate = useTranslate();
  const max = useLoadLimit(countyCode);
  if (load === null) return null;
  if (max === undefined) return <Typography variant="body2">{load}</Typography>;
  const colour = load > max ? 'error.main' : load === max ? 'warning.main' : 'primary.main';
  const words = translate('resources.cadres.load.of', { load, max });
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 120 }} title={words}>
      <Box
        role="meter"
        aria-label={translate('resources.cadres.fields.load')}
        aria-valuenow={load}
        aria-valuemin={0}
        aria-valuemax={Math.max(max, load)}
        aria-valuetext={words}
        sx={{ flexGrow: 1, minWidth: 56, height: 8, borderRadius: 1, bgcolor: 'divider', overflow: 'hidden' }}
      >
        <Box sx={{ height: 1, width: `${Math.min(100, (load / max) * 100)}%`, bgcolor: colour }} />
      </Box>
      <Typography
        variant="body2"
        component="span"
        aria-hidden
        sx={{
          fontVariantNumeric: 'tabular-nums',
          color: load > max ? 'error.main' : 'text.primary',
          whiteSpace: 'nowrap',
        }}
      >
        {load} / {max}
      </Typography>
    </Box>
  );
}
