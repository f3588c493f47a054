import { lazy, Suspense, useState } from 'react';
import { PasswordInput, required, TextInput, useLogin } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { CodeRequired } from '../../providers/account/code-required.ts';
import { addressAtSessionEnd, forgetAddress } from '../../providers/account/session.ts';
import type { InputOf } from '../../providers/data/documents.ts';
import type { loginMutation } from '../../resources/session/session.graphql.ts';
import type { FormFields } from '../../shared/form/form-fields.ts';
import { SendForm } from '../../shared/form/SendForm.tsx';

const LoginCodeForm = lazy(async () => ({ default: (await import('./LoginCodeForm.tsx')).LoginCodeForm }));

type LoginFields = FormFields<InputOf<typeof loginMutation>, 'clientMutationId'>;

/** A user name given in the address, such as after a password reset, is filled in and the password gets the focus. */
const fieldsFor = (hasUsername: boolean): LoginFields => ({
  username: (source) => (
    <TextInput
      source={source}
      label="ra.auth.username"
      autoComplete="username"
      autoFocus={!hasUsername}
      validate={required()}
    />
  ),
  password: (source) => (
    <PasswordInput
      source={source}
      label="ra.auth.password"
      autoComplete="current-password"
      autoFocus={hasUsername}
      validate={required()}
    />
  ),
});

export function LoginForm() {
  const login = useLogin();
  const { state: arrival } = useLocation();
  const username: string = arrival?.username ?? '';
  /** Set once the password was correct and a code is required. */
  const [challenge, setChallenge] = useState<string>();
  const [refused, setRefused] = useState<unknown>();

  const signIn = async (input: object) => {
    try {
      await login(input, addressAtSessionEnd());
      forgetAddress();
    } catch (error) {
      if (!(error instanceof CodeRequired)) throw error;
      setChallenge(error.challenge);
    }
  };

  if (challenge) {
    const goBack = (reason?: unknown) => {
      setRefused(reason);
      setChallenge(undefined);
    };
    return (
      <Suspense fallback={null}>
        <LoginCodeForm challenge={challenge} onBack={goBack} />
      </Suspense>
    );
  }
  return (
    <SendForm
      fields={fieldsFor(username !== '')}
      defaultValues={{ username }}
      submit="ra.auth.sign_in"
      fullWidth
      run={signIn}
      refused={refused}
    />
  );
}
