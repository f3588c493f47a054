import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { Form, PasswordInput, required, TextInput, useLogin, useTranslate } from 'react-admin';

/** The refusal stays on the page, next to what is to be corrected; a toast would be gone too soon. */
export function LoginForm() {
  const login = useLogin();
  const translate = useTranslate();
  const [state, setState] = useState<{ sending: boolean; refusal?: string }>({ sending: false });

  const submit = async (values: object) => {
    setState({ sending: true });
    try {
      await login(values);
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      setState({ sending: false, refusal: message || 'bangfu.login.failed' });
    }
  };

  return (
    <Form onSubmit={submit} noValidate>
      {state.refusal && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {translate(state.refusal)}
        </Alert>
      )}
      <TextInput
        source="username"
        label="ra.auth.username"
        autoComplete="username"
        autoFocus
        validate={required()}
      />
      <PasswordInput
        source="password"
        label="ra.auth.password"
        autoComplete="current-password"
        validate={required()}
      />
      <Button
        type="submit"
        variant="contained"
        size="large"
        fullWidth
        disabled={state.sending}
        sx={{ mt: 1.5 }}
      >
        {translate('ra.auth.sign_in')}
      </Button>
    </Form>
  );
}
