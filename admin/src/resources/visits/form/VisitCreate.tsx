import { Alert } from '@mui/material';
import { useState } from 'react';
import {
  Create,
  FormDataConsumer,
  Link,
  required,
  SaveButton,
  Toolbar,
  useCreatePath,
  useNotify,
  useTranslate,
} from 'react-admin';
import { v7 } from 'uuid';
import { errorBody } from '../../../api/errors.ts';
import { todayInCounty } from '../../../shared/display/today.ts';
import { drawnBeside, notInForm, recordForm } from '../../../shared/form/form-fields.ts';
import { PageForm } from '../../../shared/form/PageForm.tsx';
import { countyOfId, idInCountyOf } from '../../../shared/record/global-id.ts';
import { CadrePicker, HouseholdPicker } from '../../../shared/record/RecordPicker.tsx';
import { formChecks } from '../checks.ts';
import { PhotosInput } from '../photos/PhotosInput.tsx';
import type { LogVisitInput } from '../visits.graphql.ts';
import { FormSection } from './FormSection.tsx';
import { PlaceInput } from './PlaceInput.tsx';
import { ProblemRows } from './ProblemRows.tsx';
import { useSameDay } from './useSameDay.tsx';
import { VisitedHousehold } from './VisitedHousehold.tsx';
import { photosToSend, VisitSections, visitFields } from './visit-fields.tsx';

const key = 'resources.visits';

/** The answer was lost and the text changed: the first version stands, and nothing is logged twice. */
function AlreadyLogged({ id }: { id: string }) {
  const translate = useTranslate();
  const createPath = useCreatePath();
  const pathOf = (householdId?: string) =>
    createPath({ resource: 'visits', id: idInCountyOf(householdId, 'Visit', id), type: 'show' });
  return (
    <Alert severity="warning" sx={{ width: '100%', mb: 2 }}>
      {translate(`${key}.alreadyLogged`)}{' '}
      <FormDataConsumer>
        {({ formData }) => <Link to={pathOf(formData.householdId)}>{translate(`${key}.openLogged`)}</Link>}
      </FormDataConsumer>
    </Alert>
  );
}

const REPEATS = new Set(['VISIT_EXISTS', 'IDEMPOTENCY_MISMATCH']);

// A visit on which all was well needs no typing.
const toolbar = (
  <Toolbar>
    <SaveButton alwaysEnable />
  </Toolbar>
);

const PhotosOfHousehold = () => (
  <FormDataConsumer>
    {({ formData }) => <PhotosInput countyCode={countyOfId(formData.householdId)} />}
  </FormDataConsumer>
);

const form = recordForm<LogVisitInput>({
  householdId: (source) => (
    <HouseholdPicker
      source={source}
      label={`${key}.fields.householdId`}
      helperText={`${key}.searchHousehold`}
      validate={required()}
    />
  ),
  cadreId: (source) => (
    <CadrePicker source={source} label={`${key}.fields.cadreId`} helperText={`${key}.logHelp`} />
  ),
  ...visitFields(true),
  problems: () => <ProblemRows />,
  photoIds: { draw: () => <PhotosOfHousehold />, toInput: photosToSend },
  latitude: () => <PlaceInput />,
  longitude: drawnBeside,
  accuracyMetres: drawnBeside,
  noLocationReason: drawnBeside,
  // Set by the question about a second visit on the day.
  allowSameDay: notInForm,
});

export function VisitCreate() {
  const notify = useNotify();
  // Made once per form: however often it is sent, it is one visit.
  const [id] = useState(() => v7());
  const [isLogged, setLogged] = useState(false);
  const [defaultValues] = useState(() => ({
    visitedOn: todayInCounty(),
    mode: 'IN_PERSON',
    checks: formChecks([]),
    problems: [],
  }));
  const sameDay = useSameDay();
  const onError = (error: unknown) => {
    if (sameDay.showIfSameDay(error)) return undefined;
    const body = errorBody(error);
    if (body && REPEATS.has(body.code)) return setLogged(true);
    const message = error instanceof Error ? error.message : 'ra.notification.http_error';
    return notify(message, { type: 'error' });
  };
  return (
    <Create
      redirect="show"
      title={`${key}.log`}
      transform={(values: Record<string, unknown>) => ({
        ...sameDay.withConfirmation(form.toInput(values)),
        id,
      })}
      mutationOptions={{ onError }}
      sx={{ maxWidth: 760 }}
    >
      <PageForm defaultValues={defaultValues} toolbar={toolbar}>
        {isLogged && <AlreadyLogged id={id} />}
        {sameDay.question}
        {form.inputs.householdId}
        <VisitedHousehold />
        {form.inputs.cadreId}
        <VisitSections inputs={form.inputs} isNew />
        <FormSection title={`${key}.section.problems`}>{form.inputs.problems}</FormSection>
        <FormSection title={`${key}.section.photos`}>{form.inputs.photoIds}</FormSection>
        <FormSection title={`${key}.section.place`}>{form.inputs.latitude}</FormSection>
      </PageForm>
    </Create>
  );
}
