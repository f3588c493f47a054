import { required, TextInput, useGetIdentity, useRecordContext, useTranslate } from 'react-admin';
import { sendOf } from '../../providers/data/documents.ts';
import { useFormatInstant } from '../../shared/display/days.ts';
import { FieldText } from '../../shared/display/FieldText.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { resetSecondFactor } from './users.graphql.ts';

export function SecondFactorField() {
  const record = useRecordContext();
  const translate = useTranslate();
  const format = useFormatInstant();
  const since: string | null = record?.secondFactorSince ?? null;
  return (
    <FieldText>
      {since
        ? translate('resources.users.factorSince', { since: format(since) })
        : translate('resources.users.factorOff')}
    </FieldText>
  );
}

/** For other users only: one's own is removed with a code. */
export function ResetSecondFactorButton() {
  const record = useRecordContext();
  const { identity } = useGetIdentity();
  if (!record?.secondFactorSince || record.id === identity?.id) return null;
  const userId = String(record.id);
  return (
    <VerbButton
      label="resources.users.resetFactor"
      color="error"
      operation={`resetSecondFactor ${userId}`}
      send={sendOf(resetSecondFactor)}
      given={{ userId }}
      fields={{
        reason: (source) => (
          <TextInput
            source={source}
            label="resources.users.resetFactorReason"
            helperText="resources.users.resetFactorReasonHint"
            validate={required()}
            multiline
          />
        ),
      }}
      subject={String(record.displayName)}
      lead="resources.users.resetFactorLead"
    />
  );
}
