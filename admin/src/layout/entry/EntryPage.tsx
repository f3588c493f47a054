import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Notification, useTranslate } from 'react-admin';
import { LocaleSwitch } from '../LocaleSwitch.tsx';

interface EntryPageProps {
  heading: string;
  lead: string;
  children: ReactNode;
}

/** The layout of pages before signing in: a bar with the name, one card. */
export function EntryPage({ heading, lead, children }: EntryPageProps) {
  const translate = useTranslate();
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', bgcolor: 'background.default' }}>
      <Box
        component="header"
        sx={{
          display: 'flex',
          alignItems: 'center',
          px: { xs: 2, sm: 4 },
          py: 1.5,
          bgcolor: 'secondary.main',
          color: '#fff',
        }}
      >
        <img src="/favicon.svg" alt="" width={28} height={28} />
        <Typography component="p" variant="h6" sx={{ ml: 1.5, flexGrow: 1 }}>
          {translate('bangfu.app.title')}
        </Typography>
        <LocaleSwitch />
      </Box>
      <Box
        component="main"
        sx={{ flexGrow: 1, display: 'grid', placeItems: 'start center', px: 2, pt: { xs: 4, sm: '14vh' } }}
      >
        <Card sx={{ width: '100%', maxWidth: 400, p: { xs: 3, sm: 4 } }}>
          <Typography variant="h1">{translate(heading)}</Typography>
          <Typography sx={{ color: 'text.secondary', mt: 0.5, mb: 2 }}>{translate(lead)}</Typography>
          {children}
        </Card>
      </Box>
      <Notification />
    </Box>
  );
}
