import { Box, Card, Typography } from '@mui/material';
import { Notification, useTranslate } from 'react-admin';
import { LocaleSwitch } from './LocaleSwitch.tsx';
import { LoginForm } from './LoginForm.tsx';

export function LoginPage() {
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
          <Typography variant="h1">{translate('bangfu.login.heading')}</Typography>
          <Typography sx={{ color: 'text.secondary', mt: 0.5, mb: 2 }}>
            {translate('bangfu.login.lead')}
          </Typography>
          <LoginForm />
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 3 }}>
            {translate('bangfu.login.forgotten')}
          </Typography>
        </Card>
      </Box>
      <Notification />
    </Box>
  );
}
