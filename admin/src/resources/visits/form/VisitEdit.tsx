import { Alert } from '@mui/material';
import { required, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { IncomeChange, VisitMode } from '#schema/codes/help/visit.codes.ts';
import { EditShell } from '../../../shared/edit/EditShell.tsx';
import { PhotosInput } from '../photos/PhotosInput.tsx';
import type { VisitRecord } from '../visits.graphql.ts';
import { FormSection } from './FormSection.tsx';
import { useSameDay } from './useSameDay.tsx';
import { VisitInputs } from './VisitInputs.tsx';

const codes = { mode: VisitMode, incomeChange: IncomeChange };

/** Photos are only added: what was seen stays on record. */
function NewPhotos() {
  const record = useRecordContext<VisitRecord>();
  return <PhotosInput countyCode={record?.id.split(':')[1]} kept={record?.photos.length} />;
}

export function VisitEdit() {
  const translate = useTranslate();
  const sameDay = useSameDay();
  return (
    <EditShell codes={codes} transform={sameDay.withConfirmation} onRefused={sameDay.asks}>
      {sameDay.question}
      <Alert severity="info" sx={{ width: '100%', mb: 2 }}>
        {translate('resources.visits.correctHint')}
      </Alert>
      <VisitInputs />
      <FormSection title="resources.visits.section.photos">
        <NewPhotos />
      </FormSection>
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
