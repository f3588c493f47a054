import { Alert, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { Form, useLogin, useNotify, useTranslate } from 'react-admin';
import { errorCode } from '../../api/errors.ts';
import { addressAtSessionEnd, forgetAddress } from '../../providers/account/session.ts';
import { CodeInput } from '../../resources/session/second-factor/CodeInput.tsx';
import { type Refusal, refusalOf } from './login-refusal.ts';

const words = 'resources.session.secondFactor';
/** Long enough to be read by somebody who is looking for the phone. */
const readFor = 20_000;

interface LoginCodeFormProps {
  challenge: string;
  /** Back to name and password, with the reason where there is one. */
  onBack: (refusal?: Refusal) => void;
}

/** The second step of a sign-in. */
export function LoginCodeForm({ challenge, onBack }: LoginCodeFormProps) {
  const login = useLogin();
  const notify = useNotify();
  const translate = useTranslate();
  const [state, setState] = useState<{ sending: boolean; refusal?: Refusal }>({ sending: false });

  const submit = async ({ code }: Record<string, unknown>) => {
    setState({ sending: true });
    try {
      const left: unknown = await login({ challenge, code: String(code) }, addressAtSessionEnd());
      forgetAddress();
      if (typeof left === 'number') {
        const messageArgs = { smart_count: left };
        notify(`${words}.recovery.leftNow`, { type: 'warning', messageArgs, autoHideDuration: readFor });
      }
    } catch (error) {
      const refusal = refusalOf(error);
      if (errorCode(error) === 'SIGN_IN_CHALLENGE_INVALID') return onBack(refusal);
      setState({ sending: false, refusal });
    }
  };

  return (
    <Form onSubmit={submit} noValidate>
      <Typography sx={{ mb: 1 }}>{translate(`${words}.signIn.lead`)}</Typography>
      {state.refusal && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {translate(state.refusal.message)}
          {state.refusal.hint && <div>{translate(state.refusal.hint)}</div>}
        </Alert>
      )}
      <CodeInput orRecovery autoFocus />
      <Button
        type="submit"
        variant="contained"
        size="large"
        fullWidth
        disabled={state.sending}
        sx={{ mt: 1.5 }}
      >
        {translate(`${words}.signIn.submit`)}
      </Button>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
        {translate(`${words}.signIn.lost`)}
      </Typography>
      <Button onClick={() => onBack()} sx={{ mt: 1 }}>
        {translate(`${words}.signIn.back`)}
      </Button>
    </Form>
  );
}
