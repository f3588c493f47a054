import { Create, DateInput, required } from 'react-admin';
import { notInFuture } from '../../shared/dates/validators.ts';
import { todayInCounty } from '../../shared/display/today.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { HouseholdPicker } from '../../shared/record/RecordPicker.tsx';
import { ProblemInputs } from './RaiseProblemButton.tsx';

const key = 'resources.problems';

/** A problem that no visit found: the desk heard of it. */
export function ProblemCreate() {
  return (
    <Create redirect="show" title={`${key}.raise`} sx={{ maxWidth: 640 }}>
      <PageForm>
        <HouseholdPicker
          source="householdId"
          label={`${key}.fields.householdId`}
          helperText="resources.visits.searchHousehold"
          validate={required()}
        />
        <ProblemInputs />
        <DateInput source="raisedOn" defaultValue={todayInCounty()} validate={notInFuture} />
      </PageForm>
    </Create>
  );
}
