import { Alert, Button } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { Form, PasswordInput, required, TextInput, useLogin, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { CodeRequired } from '../../providers/account/code-required.ts';
import { addressAtSessionEnd, forgetAddress } from '../../providers/account/session.ts';
import { type Refusal, refusalOf } from './login-refusal.ts';

const LoginCodeForm = lazy(async () => ({ default: (await import('./LoginCodeForm.tsx')).LoginCodeForm }));

interface State {
  sending: boolean;
  refusal?: Refusal;
  /** The password was right, and a code is wanted. */
  challenge?: string;
}

/** The refusal stays on the page, next to what is to be corrected; a toast would be gone too soon. */
export function LoginForm() {
  const login = useLogin();
  const translate = useTranslate();
  const { state: arrival } = useLocation();
  const [state, setState] = useState<State>({ sending: false });

  const submit = async (values: object) => {
    setState({ sending: true });
    try {
      await login(values, addressAtSessionEnd());
      forgetAddress();
    } catch (error) {
      if (error instanceof CodeRequired) setState({ sending: false, challenge: error.challenge });
      else setState({ sending: false, refusal: refusalOf(error) });
    }
  };

  if (state.challenge) {
    const back = (refusal?: Refusal) => setState({ sending: false, refusal });
    return (
      <Suspense fallback={null}>
        <LoginCodeForm challenge={state.challenge} onBack={back} />
      </Suspense>
    );
  }

  return (
    <Form onSubmit={submit} noValidate defaultValues={{ username: arrival?.username ?? '' }}>
      {state.refusal && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {translate(state.refusal.message)}
          {state.refusal.hint && <div>{translate(state.refusal.hint)}</div>}
        </Alert>
      )}
      <TextInput
        source="username"
        label="ra.auth.username"
        autoComplete="username"
        autoFocus={!arrival?.username}
        validate={required()}
      />
      <PasswordInput
        source="password"
        label="ra.auth.password"
        autoComplete="current-password"
        autoFocus={Boolean(arrival?.username)}
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
