import { Alert, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, PasswordInput, required, useNotify, useTranslate } from 'react-admin';
import { request } from '../../api/client.ts';
import { errorBody } from '../../api/errors.ts';
import { forgetMe } from '../../providers/account/session.ts';
import { useCloseIfSignedOut } from '../../providers/account/signed-out.ts';
import { NewPasswordInputs } from './NewPasswordInputs.tsx';
import { changePasswordMutation } from './session.graphql.ts';

interface ChangePasswordFormProps {
  onDone?: () => void;
}

/** Each wrong guess of the old password counts for the lock-out, so nothing is sent twice by itself. */
export function ChangePasswordForm({ onDone }: ChangePasswordFormProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const closeIfSignedOut = useCloseIfSignedOut();
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);

  const submit = async (values: Record<string, unknown>) => {
    const { currentPassword, newPassword } = values as { currentPassword: string; newPassword: string };
    setRefusal(undefined);
    setSending(true);
    try {
      await request(changePasswordMutation, { input: { currentPassword, newPassword } });
      forgetMe();
      await queryClient.invalidateQueries();
      notify('resources.session.change.done', { type: 'success' });
      onDone?.();
    } catch (error) {
      if (await closeIfSignedOut(error)) return undefined;
      setRefusal(error instanceof Error ? error.message : 'ra.notification.http_error');
      return errorBody(error)?.errors;
    } finally {
      setSending(false);
    }
    return undefined;
  };

  return (
    <Form onSubmit={submit} noValidate disableInvalidFormNotification>
      {refusal && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {translate(refusal)}
        </Alert>
      )}
      <PasswordInput
        source="currentPassword"
        label="resources.session.fields.currentPassword"
        autoComplete="current-password"
        validate={required()}
        helperText={false}
      />
      <NewPasswordInputs />
      <Button type="submit" variant="contained" size="large" disabled={sending} sx={{ mt: 2 }}>
        {translate('resources.session.change.save')}
      </Button>
    </Form>
  );
}
