import { Create, DateInput, required, TextInput } from 'react-admin';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { CodeInput } from '../../shared/codes/CodeInput.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { HouseholdInputs } from './HouseholdInputs.tsx';

export function HouseholdCreate() {
  return (
    <Create redirect="show">
      <PageForm sx={{ maxWidth: 640 }}>
        <DivisionInput
          source="villageCode"
          label="resources.households.fields.villageCode"
          level="VILLAGE"
          validate={required()}
        />
        <TextInput source="headName" validate={required()} />
        <TextInput source="headResidentId" validate={required()} autoComplete="off" />
        <CodeInput source="category" list={HouseholdCategory} validate={required()} />
        <DateInput source="categoryFrom" />
        <TextInput source="phone" autoComplete="off" />
        <HouseholdInputs />
      </PageForm>
    </Create>
  );
}
