import { Button, Typography } from '@mui/material';
import { useLogin, useNotify, useTranslate } from 'react-admin';
import { errorCode } from '../../api/errors.ts';
import { addressAtSessionEnd, forgetAddress } from '../../providers/account/session.ts';
import type { InputOf } from '../../providers/data/documents.ts';
import { OneTimeCodeInput } from '../../resources/session/second-factor/OneTimeCodeInput.tsx';
import type { completeLoginMutation } from '../../resources/session/session.graphql.ts';
import { SendForm } from '../../shared/form/SendForm.tsx';

const words = 'resources.session.secondFactor';
/** Long enough to be read while looking for the phone. */
const readFor = 20_000;

const fields = { code: (source: string) => <OneTimeCodeInput source={source} orRecovery autoFocus /> };

interface LoginCodeFormProps {
  challenge: string;
  /** Back to user name and password, with the error that caused it, if any. */
  onBack: (error?: unknown) => void;
}

/** The second step of a sign-in. */
export function LoginCodeForm({ challenge, onBack }: LoginCodeFormProps) {
  const login = useLogin();
  const notify = useNotify();
  const translate = useTranslate();

  const complete = async ({ code }: { code: string }) => {
    try {
      const left: unknown = await login({ challenge, code }, addressAtSessionEnd());
      forgetAddress();
      if (typeof left !== 'number') return;
      const messageArgs = { smart_count: left };
      notify(`${words}.recovery.leftNow`, { type: 'warning', messageArgs, autoHideDuration: readFor });
    } catch (error) {
      if (errorCode(error) !== 'SIGN_IN_CHALLENGE_INVALID') throw error;
      onBack(error);
    }
  };

  return (
    <>
      <SendForm<InputOf<typeof completeLoginMutation>, 'challenge'>
        fields={fields}
        submit={`${words}.signIn.submit`}
        fullWidth
        run={complete}
      >
        <Typography sx={{ mb: 1 }}>{translate(`${words}.signIn.lead`)}</Typography>
      </SendForm>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
        {translate(`${words}.signIn.lost`)}
      </Typography>
      <Button onClick={() => onBack()} sx={{ mt: 1 }}>
        {translate(`${words}.signIn.back`)}
      </Button>
    </>
  );
}
