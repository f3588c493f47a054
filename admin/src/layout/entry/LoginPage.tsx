import { Alert, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { addressAtSessionEnd } from '../../providers/account/session.ts';
import { EntryPage } from './EntryPage.tsx';
import { LoginForm } from './LoginForm.tsx';

const apart = { mb: 1 };

/** Why the user is asked to sign in, where there is a reason. */
function Reason() {
  const translate = useTranslate();
  const { state } = useLocation();
  if (state?.passwordSet) {
    return (
      <Alert severity="success" sx={apart}>
        {translate('resources.session.reset.done')}
      </Alert>
    );
  }
  if (addressAtSessionEnd() === undefined) return null;
  return (
    <Alert severity="info" sx={apart}>
      {translate('resources.session.expired')}
    </Alert>
  );
}

export function LoginPage() {
  const translate = useTranslate();
  return (
    <EntryPage heading="bangfu.login.heading" lead="bangfu.login.lead">
      <Reason />
      <LoginForm />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 3 }}>
        {translate('bangfu.login.forgotten')}
      </Typography>
    </EntryPage>
  );
}
