import Undo from '@mui/icons-material/Undo';
import { Typography } from '@mui/material';
import { required, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import { withdrawVisit } from '../visits.graphql.ts';

export function WithdrawVisitButton() {
  const record = useRecordContext();
  const translate = useTranslate();
  if (!record) return null;
  return (
    <VerbButton
      label="resources.visits.withdraw"
      title="resources.visits.withdrawTitle"
      icon={<Undo />}
      color="error"
      operation={`withdrawVisit ${record.id}`}
      send={withdrawVisit}
      given={{ id: String(record.id), expectedVersion: record.version }}
      fields={{
        reason: (source) => (
          <TextInput
            source={source}
            label="resources.visits.fields.withdrawnReason"
            validate={required()}
            slotProps={{ htmlInput: { maxLength: 500 } }}
            multiline
            minRows={2}
            autoFocus
          />
        ),
      }}
    >
      <Typography sx={{ mb: 1 }}>{translate('resources.visits.withdrawLead')}</Typography>
    </VerbButton>
  );
}
