import { Alert, Box, Button, Typography } from '@mui/material';
import type { ResultOf } from 'gql.tada';
import { useTranslate } from 'react-admin';
import { sendOf } from '../../../providers/data/documents.ts';
import { useFormatInstant } from '../../../shared/display/days.ts';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import { OneTimeCodeInput } from './OneTimeCodeInput.tsx';
import {
  removeSecondFactorMutation,
  renewRecoveryCodesMutation,
  type secondFactorQuery,
} from './second-factor.graphql.ts';

const sendRenewRecoveryCodes = sendOf(renewRecoveryCodesMutation);

const words = 'resources.session.secondFactor';
const fewCodes = 3;

interface SecondFactorStateProps {
  own: NonNullable<ResultOf<typeof secondFactorQuery>['secondFactor']>;
  onEnrol: () => void;
  onCodes: (codes: readonly string[]) => void;
}

const codeField = { code: (source: string) => <OneTimeCodeInput source={source} orRecovery /> };

function Fact({ label, children }: { label: string; children: string }) {
  const translate = useTranslate();
  return (
    <Typography sx={{ mb: 0.5 }}>
      <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
        {translate(label)}
      </Box>
      {children}
    </Typography>
  );
}

function RenewButton({ onCodes }: Pick<SecondFactorStateProps, 'onCodes'>) {
  return (
    <VerbButton
      label={`${words}.recovery.renew`}
      operation="renewRecoveryCodes"
      lead={`${words}.recovery.renewLead`}
      send={sendRenewRecoveryCodes}
      given={{}}
      fields={codeField}
      onDone={({ renewRecoveryCodes }) => {
        onCodes(renewRecoveryCodes.recoveryCodes);
        return false;
      }}
    />
  );
}

function RemoveButton() {
  return (
    <VerbButton
      label={`${words}.remove.label`}
      title={`${words}.remove.title`}
      lead={`${words}.remove.lead`}
      color="error"
      operation="removeSecondFactor"
      send={sendOf(removeSecondFactorMutation)}
      given={{}}
      fields={codeField}
    />
  );
}

/** The state of one's second factor, and what can be changed. */
export function SecondFactorState({ own, onEnrol, onCodes }: SecondFactorStateProps) {
  const translate = useTranslate();
  const format = useFormatInstant();
  if (own.since === null) {
    return (
      <>
        <Typography sx={{ mb: 2 }}>{translate(`${words}.off`)}</Typography>
        <Button variant="contained" onClick={onEnrol}>
          {translate(`${words}.enrol.start`)}
        </Button>
      </>
    );
  }
  return (
    <>
      <Fact label={`${words}.since`}>{format(own.since)}</Fact>
      <Fact label={`${words}.codesLeft`}>{String(own.recoveryCodesLeft)}</Fact>
      {own.recoveryCodesLeft <= fewCodes && (
        <Alert severity="warning" sx={{ my: 1 }}>
          {translate(`${words}.fewCodes`)}
        </Alert>
      )}
      {own.isRequired && <Typography sx={{ my: 1 }}>{translate(`${words}.required`)}</Typography>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        <Button size="small" variant="outlined" onClick={onEnrol}>
          {translate(`${words}.enrol.replace`)}
        </Button>
        <RenewButton onCodes={onCodes} />
        {!own.isRequired && <RemoveButton />}
      </Box>
    </>
  );
}
