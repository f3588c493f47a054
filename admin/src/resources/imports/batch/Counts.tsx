import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { fieldLabel } from '../../../shared/fields/labels.ts';
import type { Batch } from '../batch.ts';

const KEYS = ['total', 'created', 'updated', 'unchanged', 'rejected'] as const;

export function Counts({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 1,
        gridTemplateColumns: 'repeat(auto-fit, minmax(96px, 1fr))',
        maxWidth: 760,
      }}
    >
      {KEYS.map((key) => (
        <Box key={key} sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {translate(fieldLabel('imports', key))}
          </Typography>
          <Typography
            component="dd"
            sx={{
              m: 0,
              fontSize: '1.5rem',
              fontWeight: 600,
              fontVariantNumeric: 'tabular-nums',
              color: key === 'rejected' && batch.rejected > 0 ? 'error.main' : undefined,
            }}
          >
            {batch[key].toLocaleString('en-US')}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
