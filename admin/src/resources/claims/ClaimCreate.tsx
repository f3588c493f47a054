import { Create, DateInput, required } from 'react-admin';
import { ClaimSource } from '#schema/codes/money/claim.codes.ts';
import { CodeInput } from '../../shared/codes/CodeInput.tsx';
import { notInFuture } from '../../shared/dates/validators.ts';
import { todayInCounty } from '../../shared/display/today.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { notInForm, recordForm } from '../../shared/form/form-fields.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { HouseholdPicker } from '../../shared/record/RecordPicker.tsx';
import { claimFields } from './claim-fields.tsx';
import type { openClaim } from './claims.graphql.ts';
import { MemberInput } from './MemberInput.tsx';

const key = 'resources.claims';
const field = (name: string) => fieldLabel('claims', name);

const form = recordForm<Parameters<typeof openClaim>[0]>({
  householdId: (source) => (
    <HouseholdPicker
      source={source}
      label={field('householdId')}
      helperText="resources.visits.searchHousehold"
      validate={required()}
    />
  ),
  memberId: (source) => <MemberInput source={source} />,
  ...claimFields,
  source: (source) => (
    <CodeInput
      source={source}
      label={field('source')}
      list={ClaimSource}
      defaultValue="APPLICATION"
      validate={required()}
    />
  ),
  problemId: notInForm,
  visitId: notInForm,
  appliedOn: (source) => (
    <DateInput
      source={source}
      label={field('appliedOn')}
      defaultValue={todayInCounty()}
      validate={notInFuture}
    />
  ),
});

export function ClaimCreate() {
  return (
    <Create redirect="show" title={`${key}.open`} transform={form.toInput} sx={{ maxWidth: 960 }}>
      <PageForm>{form.all}</PageForm>
    </Create>
  );
}
