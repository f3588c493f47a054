import { Box, Card } from '@mui/material';
import type { ReactNode } from 'react';

/** Cards instead of table rows, where the columns do not fit. */
export function CardList({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, minWidth: 0 }}
    >
      {children}
    </Box>
  );
}

export function CardItem({ children }: { children: ReactNode }) {
  return (
    <Card component="li" sx={{ p: 1.5, minWidth: 0 }}>
      {children}
    </Card>
  );
}
