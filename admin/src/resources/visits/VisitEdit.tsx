import { Alert } from '@mui/material';
import { required, TextInput, useTranslate } from 'react-admin';
import { IncomeChange, VisitMode } from '#schema/codes/visit.codes.ts';
import { EditShell } from '../../shared/edit/EditShell.tsx';
import { VisitInputs } from './VisitInputs.tsx';

const codes = { mode: VisitMode, incomeChange: IncomeChange };

export function VisitEdit() {
  const translate = useTranslate();
  return (
    <EditShell codes={codes}>
      <Alert severity="info" sx={{ width: '100%', mb: 2 }}>
        {translate('resources.visits.correctHint')}
      </Alert>
      <VisitInputs />
      <TextInput
        source="reason"
        label="resources.visits.correctReason"
        validate={required()}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        multiline
      />
    </EditShell>
  );
}
