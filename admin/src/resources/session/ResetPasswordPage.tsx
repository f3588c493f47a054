import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { Form, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { request } from '../../api/client.ts';
import { errorBody } from '../../api/errors.ts';
import { EntryPage } from '../../layout/entry/EntryPage.tsx';
import { NewPasswordInputs } from './NewPasswordInputs.tsx';
import { resetPasswordMutation } from './session.graphql.ts';

interface Refusal {
  message: string;
  isLinkSpent: boolean;
}

/** The token stands behind the `#` of the address, which browsers send to nobody. */
export function ResetPasswordPage() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { token = '' } = useParams();
  const [refusal, setRefusal] = useState<Refusal>();
  const [sending, setSending] = useState(false);

  const submit = async ({ newPassword }: Record<string, unknown>) => {
    setRefusal(undefined);
    setSending(true);
    try {
      const input = { token, newPassword: String(newPassword) };
      const { resetPassword } = await request(resetPasswordMutation, { input });
      const arrival = { passwordSet: true, username: resetPassword.username };
      await navigate('/login', { state: arrival, replace: true });
      return undefined;
    } catch (error) {
      const body = errorBody(error);
      const message = error instanceof Error ? error.message : 'ra.notification.http_error';
      setRefusal({ message, isLinkSpent: body?.code === 'RESET_LINK_INVALID' });
      return body?.errors;
    } finally {
      setSending(false);
    }
  };

  return (
    <EntryPage heading="resources.session.reset.title" lead="resources.session.reset.lead">
      <Form onSubmit={submit} noValidate disableInvalidFormNotification>
        {refusal && (
          <Alert severity="error" sx={{ mb: 1 }}>
            {translate(refusal.message)}
            {refusal.isLinkSpent && <div>{translate('resources.session.reset.newLink')}</div>}
          </Alert>
        )}
        <NewPasswordInputs />
        <Button type="submit" variant="contained" size="large" fullWidth disabled={sending} sx={{ mt: 2 }}>
          {translate('resources.session.reset.save')}
        </Button>
      </Form>
      <Button component={Link} to="/login" sx={{ mt: 1 }}>
        {translate('resources.session.reset.toLogin')}
      </Button>
    </EntryPage>
  );
}
