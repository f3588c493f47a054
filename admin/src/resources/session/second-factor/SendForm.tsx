import { Alert, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Form, useTranslate } from 'react-admin';
import { errorBody } from '../../../api/errors.ts';
import { useCloseIfSignedOut } from '../../../providers/account/signed-out.ts';

interface SendFormProps {
  submit: string;
  defaultValues?: Record<string, unknown>;
  /** Sends what was typed; what it throws stays on the page, next to what is to be corrected. */
  run: (values: Record<string, unknown>) => Promise<void>;
  children: ReactNode;
}

/** A form of one step. Each wrong code counts for the lock-out, so nothing is sent twice by itself. */
export function SendForm({ submit, defaultValues, run, children }: SendFormProps) {
  const translate = useTranslate();
  const closeIfSignedOut = useCloseIfSignedOut();
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);

  const send = async (values: Record<string, unknown>) => {
    setRefusal(undefined);
    setSending(true);
    try {
      await run(values);
      return undefined;
    } catch (error) {
      if (await closeIfSignedOut(error)) return undefined;
      setRefusal(error instanceof Error ? error.message : 'ra.notification.http_error');
      return errorBody(error)?.errors;
    } finally {
      setSending(false);
    }
  };

  return (
    <Form onSubmit={send} noValidate disableInvalidFormNotification defaultValues={defaultValues}>
      {refusal && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {translate(refusal)}
        </Alert>
      )}
      {children}
      <Button type="submit" variant="contained" size="large" disabled={sending} sx={{ mt: 2 }}>
        {translate(submit)}
      </Button>
    </Form>
  );
}
