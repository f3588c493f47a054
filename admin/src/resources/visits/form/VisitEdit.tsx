import { Alert } from '@mui/material';
import { required, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { IncomeChange, VisitMode } from '#schema/codes/help/visit.codes.ts';
import { EditShell } from '../../../shared/edit/EditShell.tsx';
import { startsEmpty } from '../../../shared/edit/edit-fields.ts';
import { editFormOf } from '../../../shared/edit/edit-form.ts';
import { notInForm } from '../../../shared/form/form-fields.ts';
import { countyOfId } from '../../../shared/record/global-id.ts';
import { PhotosInput } from '../photos/PhotosInput.tsx';
import { type VisitRecord, visitDocuments } from '../visits.graphql.ts';
import { FormSection } from './FormSection.tsx';
import { useSameDay } from './useSameDay.tsx';
import { photosToSend, VisitSections, visitFields } from './visit-fields.tsx';

const codes = { mode: VisitMode, incomeChange: IncomeChange };

/** Photos can only be added: evidence stays on record. */
function NewPhotos() {
  const record = useRecordContext<VisitRecord>();
  return <PhotosInput countyCode={countyOfId(record?.id)} kept={record?.photos.length} />;
}

const form = editFormOf(visitDocuments, {
  ...visitFields(false),
  photoIds: startsEmpty({ draw: () => <NewPhotos />, toInput: photosToSend }),
  reason: startsEmpty((source: string) => (
    <TextInput
      source={source}
      label="resources.visits.correctReason"
      validate={required()}
      slotProps={{ htmlInput: { maxLength: 500 } }}
      multiline
    />
  )),
  // Set by the question about a second visit on the day.
  allowSameDay: notInForm,
});

const layout = (inputs: typeof form.inputs) => (
  <>
    <VisitSections inputs={inputs} />
    <FormSection title="resources.visits.section.photos">{inputs.photoIds}</FormSection>
    {inputs.reason}
  </>
);

export function VisitEdit() {
  const translate = useTranslate();
  const sameDay = useSameDay();
  return (
    <EditShell
      form={form}
      codes={codes}
      complete={sameDay.withConfirmation}
      onRefused={sameDay.showIfSameDay}
      above={
        <>
          {sameDay.question}
          <Alert severity="info" sx={{ width: '100%', mb: 2 }}>
            {translate('resources.visits.correctHint')}
          </Alert>
        </>
      }
      layout={layout}
    />
  );
}
