import { Box, Card } from '@mui/material';
import type { ReactNode } from 'react';

/** Labelled facts in as many columns as fit; children are RecordFields. */
export function FactGrid({ children }: { children: ReactNode }) {
  return (
    <Card
      sx={{
        p: 2,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
      }}
    >
      {children}
    </Card>
  );
}

/** A fact that takes the whole width, such as an address. */
export function WideFact({ children }: { children: ReactNode }) {
  return <Box sx={{ gridColumn: '1 / -1' }}>{children}</Box>;
}
