import { Show, SimpleShowLayout, TextField } from 'react-admin';
import { HouseholdCategory, HouseholdStatus } from '#schema/codes/household.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { MaskedField } from '../../shared/display/MaskedField.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';

export function HouseholdShow() {
  return (
    <Show>
      <SimpleShowLayout>
        <TextField source="headName" />
        <MaskedField source="headIdMasked" />
        <MaskedField source="phoneMasked" />
        <DivisionField source="village" full label="resources.households.fields.village.code" />
        <TextField source="groupName" emptyText="—" />
        <TextField source="address" emptyText="—" />
        <CodeField source="category" list={HouseholdCategory} />
        <CodeField source="status" list={HouseholdStatus} />
      </SimpleShowLayout>
    </Show>
  );
}
