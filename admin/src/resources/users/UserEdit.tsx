import { Edit, required, SaveButton, TextInput, Toolbar } from 'react-admin';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { PageForm } from '../../shared/form/PageForm.tsx';

// Accounts are closed, never deleted: the audit trail speaks of them for ever.
const toolbar = (
  <Toolbar>
    <SaveButton />
  </Toolbar>
);

export function UserEdit() {
  return (
    <Edit mutationMode="pessimistic" redirect="show">
      <PageForm toolbar={toolbar} sx={{ maxWidth: 640 }}>
        <TextInput source="username" readOnly />
        <TextInput source="displayName" validate={required()} />
        <DivisionInput
          source="divisionCode"
          label="resources.users.fields.divisionCode"
          helperText="resources.users.divisionHint"
        />
      </PageForm>
    </Edit>
  );
}
