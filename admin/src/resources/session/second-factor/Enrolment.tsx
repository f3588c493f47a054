import { Typography } from '@mui/material';
import { useState } from 'react';
import { PasswordInput, required, useTranslate } from 'react-admin';
import { type InputOf, sendOf } from '../../../providers/data/documents.ts';
import { type FormFields, notInForm } from '../../../shared/form/form-fields.ts';
import { SendForm } from '../../../shared/form/SendForm.tsx';
import { OneTimeCodeInput } from './OneTimeCodeInput.tsx';
import { QrCode } from './QrCode.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { beginSecondFactorMutation, confirmSecondFactorMutation } from './second-factor.graphql.ts';

const words = 'resources.session.secondFactor.enrol';

const sendBegin = sendOf(beginSecondFactorMutation);
const sendConfirm = sendOf(confirmSecondFactorMutation);

type BeginInput = InputOf<typeof beginSecondFactorMutation>;
type ConfirmInput = InputOf<typeof confirmSecondFactorMutation>;

const firstFields: FormFields<BeginInput, 'clientMutationId'> = {
  currentPassword: (source) => (
    <PasswordInput
      source={source}
      label="ra.auth.password"
      autoComplete="current-password"
      validate={required()}
      helperText={false}
    />
  ),
  code: notInForm,
};
const replacingFields: typeof firstFields = {
  ...firstFields,
  code: (source) => <OneTimeCodeInput source={source} label={`${words}.presentCode`} orRecovery />,
};

const confirmFields: FormFields<ConfirmInput, 'clientMutationId'> = {
  code: (source) => <OneTimeCodeInput source={source} autoFocus />,
};

interface EnrolmentProps {
  /** Then a code of the phone to be replaced is asked for. */
  replaces?: boolean;
  /** Called when the recovery codes, which are shown only once, have been closed. */
  onDone: () => void;
}

interface Begun {
  secret: string;
  otpauthUri: string;
}

/** Groups of four are easier to type. */
const spaced = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** Password, then QR code and first code, then recovery codes. */
export function Enrolment({ replaces = false, onDone }: EnrolmentProps) {
  const translate = useTranslate();
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<readonly string[]>();

  const begin = async (input: BeginInput) => setBegun((await sendBegin(input)).beginSecondFactor);
  const confirm = async (input: ConfirmInput) =>
    setCodes((await sendConfirm(input)).confirmSecondFactor.recoveryCodes);

  if (codes) return <RecoveryCodes codes={codes} onClose={onDone} />;
  if (!begun) {
    return (
      <SendForm
        key="begin"
        fields={replaces ? replacingFields : firstFields}
        submit={`${words}.next`}
        run={begin}
      >
        <Typography sx={{ mb: 1 }}>{translate(`${words}.step1`)}</Typography>
      </SendForm>
    );
  }
  return (
    <SendForm key="confirm" fields={confirmFields} submit={`${words}.confirm`} run={confirm}>
      <Typography>{translate(`${words}.scan`)}</Typography>
      <QrCode text={begun.otpauthUri} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate(`${words}.typed`)}
      </Typography>
      <Typography sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere', mb: 2 }} data-secret="">
        {spaced(begun.secret)}
      </Typography>
    </SendForm>
  );
}
