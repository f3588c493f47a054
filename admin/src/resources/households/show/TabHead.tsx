import { Box } from '@mui/material';
import { Children, type ReactNode } from 'react';

/** The verbs of a tab, above the records they change. */
export function TabHead({ children }: { children: ReactNode }) {
  const shown = Children.toArray(children);
  if (shown.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1, mb: 1 }}>{shown}</Box>
  );
}
