import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface SectionProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A section of a record's page with its own heading. */
export function Section({ title, actions, children }: SectionProps) {
  const translate = useTranslate();
  const heading = translate(title);
  return (
    <Box component="section" aria-label={heading} sx={{ mt: 3, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="h3" component="h2" sx={{ flexGrow: 1 }}>
          {heading}
        </Typography>
        {actions}
      </Box>
      {children}
    </Box>
  );
}
