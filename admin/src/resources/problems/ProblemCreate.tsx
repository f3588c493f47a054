import { Create, DateInput, required } from 'react-admin';
import { notInFuture } from '../../shared/dates/validators.ts';
import { todayInCounty } from '../../shared/display/today.ts';
import { notInForm, recordForm } from '../../shared/form/form-fields.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { HouseholdPicker } from '../../shared/record/RecordPicker.tsx';
import type { raiseProblem } from './problems.graphql.ts';
import { problemFields } from './RaiseProblemButton.tsx';

const key = 'resources.problems';

const form = recordForm<Parameters<typeof raiseProblem>[0]>({
  householdId: (source) => (
    <HouseholdPicker
      source={source}
      label={`${key}.fields.householdId`}
      helperText="resources.visits.searchHousehold"
      validate={required()}
    />
  ),
  ...problemFields,
  raisedOn: (source) => <DateInput source={source} defaultValue={todayInCounty()} validate={notInFuture} />,
  visitId: notInForm,
});

/** A problem that was not found on a visit, such as one reported to the desk. */
export function ProblemCreate() {
  return (
    <Create redirect="show" title={`${key}.raise`} transform={form.toInput} sx={{ maxWidth: 640 }}>
      <PageForm>{form.all}</PageForm>
    </Create>
  );
}
