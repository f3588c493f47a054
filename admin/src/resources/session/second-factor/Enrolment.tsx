import { Typography } from '@mui/material';
import { useState } from 'react';
import { PasswordInput, required, useTranslate } from 'react-admin';
import { request } from '../../../api/client.ts';
import { CodeInput } from './CodeInput.tsx';
import { QrCode } from './QrCode.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SendForm } from './SendForm.tsx';
import { beginSecondFactorMutation, confirmSecondFactorMutation } from './second-factor.graphql.ts';

const words = 'resources.session.secondFactor.enrol';

interface EnrolmentProps {
  /** A code of the phone that is to be replaced is asked for then. */
  replaces?: boolean;
  /** Called when the recovery codes were put away, and not before: they are shown this once. */
  onDone: () => void;
}

interface Begun {
  secret: string;
  otpauthUri: string;
}

/** In groups of four nobody loses the place. */
const spaced = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** Password, picture and first code, recovery codes: one after the other. */
export function Enrolment({ replaces = false, onDone }: EnrolmentProps) {
  const translate = useTranslate();
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<readonly string[]>();

  const begin = async ({ currentPassword, code }: Record<string, unknown>) => {
    const input = { currentPassword: String(currentPassword), code: replaces ? String(code) : null };
    setBegun((await request(beginSecondFactorMutation, { input })).beginSecondFactor);
  };
  const confirm = async ({ code }: Record<string, unknown>) => {
    const answer = await request(confirmSecondFactorMutation, { input: { code: String(code) } });
    setCodes(answer.confirmSecondFactor.recoveryCodes);
  };

  if (codes) return <RecoveryCodes codes={codes} onClose={onDone} />;
  if (!begun) {
    return (
      <SendForm key="begin" submit={`${words}.next`} run={begin}>
        <Typography sx={{ mb: 1 }}>{translate(`${words}.step1`)}</Typography>
        <PasswordInput
          source="currentPassword"
          label="ra.auth.password"
          autoComplete="current-password"
          validate={required()}
          helperText={false}
        />
        {replaces && <CodeInput label={`${words}.presentCode`} orRecovery />}
      </SendForm>
    );
  }
  return (
    <SendForm key="confirm" submit={`${words}.confirm`} run={confirm}>
      <Typography>{translate(`${words}.scan`)}</Typography>
      <QrCode text={begun.otpauthUri} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate(`${words}.typed`)}
      </Typography>
      <Typography sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere', mb: 2 }} data-secret="">
        {spaced(begun.secret)}
      </Typography>
      <CodeInput autoFocus />
    </SendForm>
  );
}
