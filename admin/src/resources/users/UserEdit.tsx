import { Edit, required, SaveButton, SimpleForm, TextInput, Toolbar } from 'react-admin';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';

// Accounts are closed, never deleted: the audit trail speaks of them for ever.
const toolbar = (
  <Toolbar>
    <SaveButton />
  </Toolbar>
);

export function UserEdit() {
  return (
    <Edit mutationMode="pessimistic" redirect="show">
      <SimpleForm toolbar={toolbar} sx={{ maxWidth: 640 }}>
        <TextInput source="username" readOnly />
        <TextInput source="displayName" validate={required()} />
        <DivisionInput
          source="divisionCode"
          label="resources.users.fields.divisionCode"
          helperText="resources.users.divisionHint"
        />
      </SimpleForm>
    </Edit>
  );
}
