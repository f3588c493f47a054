import { Button } from '@mui/material';
import { useLogout, useTranslate } from 'react-admin';
import { EntryPage } from '../../layout/entry/EntryPage.tsx';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';

/** Instead of every other page, for a user who signs in with a password that somebody else chose. */
export function ForcedPasswordPage() {
  const translate = useTranslate();
  const logout = useLogout();
  return (
    <EntryPage heading="resources.session.change.forced" lead="resources.session.change.forcedLead">
      <ChangePasswordForm />
      <Button onClick={() => logout()} sx={{ mt: 1 }}>
        {translate('ra.auth.logout')}
      </Button>
    </EntryPage>
  );
}
