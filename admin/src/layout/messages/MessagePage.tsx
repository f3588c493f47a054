import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface MessagePageProps {
  icon: ReactNode;
  heading: string;
  lead?: ReactNode;
  actions?: ReactNode;
  role?: 'alert' | 'status';
}

/** Common layout of pages that say why there is nothing to show and what to do. */
export function MessagePage({ icon, heading, lead, actions, role }: MessagePageProps) {
  return (
    <Box
      role={role}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 8,
        textAlign: 'center',
        color: 'text.secondary',
        '& > svg': { fontSize: 48 },
      }}
    >
      {icon}
      <Typography variant="h2" component="h1" sx={{ color: 'text.primary' }}>
        {heading}
      </Typography>
      {lead && (
        <Typography component="div" sx={{ maxWidth: 560 }}>
          {lead}
        </Typography>
      )}
      {actions && <Box sx={{ display: 'flex', gap: 1, mt: 2, flexWrap: 'wrap' }}>{actions}</Box>}
    </Box>
  );
}
