import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { rateText } from '../numbers/columns.ts';

interface RateBarProps {
  rateBps: number | null;
  /** Not in a column, so it need not be aligned. */
  isAlone?: boolean;
}

/** The number carries the meaning; the bar helps to compare. */
export function RateBar({ rateBps, isAlone = false }: RateBarProps) {
  const translate = useTranslate();
  if (rateBps === null) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {translate('resources.board.noRate')}
      </Box>
    );
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: isAlone ? 0 : 110 }}>
      <Box
        component="span"
        sx={{ width: isAlone ? 'auto' : 52, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}
      >
        {rateText(rateBps)}
      </Box>
      <Box
        aria-hidden
        sx={{ flexGrow: 1, height: 8, border: '1px solid', borderColor: 'primary.main', borderRadius: 1 }}
      >
        <Box sx={{ width: `${rateBps / 100}%`, height: '100%', bgcolor: 'primary.main' }} />
      </Box>
    </Box>
  );
}
