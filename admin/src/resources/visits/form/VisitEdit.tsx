import { Alert } from '@mui/material';
import { required, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { IncomeChange, VisitMode } from '#schema/codes/help/visit.codes.ts';
import { EditShell } from '../../../shared/edit/EditShell.tsx';
import { notInForm, recordForm } from '../../../shared/form/form-fields.ts';
import { PhotosInput } from '../photos/PhotosInput.tsx';
import type { CorrectVisitInput, VisitRecord } from '../visits.graphql.ts';
import { FormSection } from './FormSection.tsx';
import { useSameDay } from './useSameDay.tsx';
import { photosToSend, VisitSections, visitFields } from './visit-fields.tsx';

const codes = { mode: VisitMode, incomeChange: IncomeChange };

/** Photos can only be added: evidence stays on record. */
function NewPhotos() {
  const record = useRecordContext<VisitRecord>();
  return <PhotosInput countyCode={record?.id.split(':')[1]} kept={record?.photos.length} />;
}

const form = recordForm<CorrectVisitInput>({
  ...visitFields(false),
  photoIds: { draw: () => <NewPhotos />, toInput: photosToSend },
  reason: (source) => (
    <TextInput
      source={source}
      label="resources.visits.correctReason"
      validate={required()}
      slotProps={{ htmlInput: { maxLength: 500 } }}
      multiline
    />
  ),
  // Set by the question about a second visit on the day.
  allowSameDay: notInForm,
});

export function VisitEdit() {
  const translate = useTranslate();
  const sameDay = useSameDay();
  return (
    <EditShell
      codes={codes}
      transform={(values) => sameDay.withConfirmation(form.toInput(values))}
      onRefused={sameDay.showIfSameDay}
    >
      {sameDay.question}
      <Alert severity="info" sx={{ width: '100%', mb: 2 }}>
        {translate('resources.visits.correctHint')}
      </Alert>
      <VisitSections inputs={form.inputs} />
      <FormSection title="resources.visits.section.photos">{form.inputs.photoIds}</FormSection>
      {form.inputs.reason}
    </EditShell>
  );
}
