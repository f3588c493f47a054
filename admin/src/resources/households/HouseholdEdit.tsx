import { Edit, SaveButton, SimpleForm, TextInput, Toolbar } from 'react-admin';
import { HouseholdInputs } from './HouseholdInputs.tsx';

// Households are closed or merged by a verb, never deleted.
const toolbar = (
  <Toolbar>
    <SaveButton />
  </Toolbar>
);

export function HouseholdEdit() {
  return (
    <Edit mutationMode="pessimistic" redirect="show">
      <SimpleForm toolbar={toolbar} sx={{ maxWidth: 640 }}>
        <TextInput source="headName" readOnly />
        <TextInput source="phone" helperText="resources.households.phoneHint" autoComplete="off" />
        <HouseholdInputs />
      </SimpleForm>
    </Edit>
  );
}
