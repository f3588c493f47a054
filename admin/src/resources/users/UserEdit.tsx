import { Edit, required, SaveButton, TextInput, Toolbar } from 'react-admin';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { recordForm } from '../../shared/form/form-fields.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import type { UpdateUserInput } from './users.graphql.ts';

// Accounts are disabled, never deleted: the audit trail refers to them for ever.
const toolbar = (
  <Toolbar>
    <SaveButton />
  </Toolbar>
);

const form = recordForm<UpdateUserInput>({
  displayName: (source) => <TextInput source={source} validate={required()} />,
  divisionCode: (source) => (
    <DivisionInput
      source={source}
      label="resources.users.fields.divisionCode"
      helperText="resources.users.divisionHint"
    />
  ),
});

export function UserEdit() {
  return (
    <Edit mutationMode="pessimistic" redirect="show" transform={form.toInput}>
      <PageForm toolbar={toolbar} sx={{ maxWidth: 640 }}>
        <TextInput source="username" readOnly />
        {form.all}
      </PageForm>
    </Edit>
  );
}
