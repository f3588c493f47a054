import { required, TextInput } from 'react-admin';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { EditShell } from '../../shared/edit/EditShell.tsx';
import { editFormOf } from '../../shared/edit/edit-form.ts';
import { userDocuments } from './users.graphql.ts';

const form = editFormOf(userDocuments, {
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
  return <EditShell form={form} above={<TextInput source="username" readOnly />} />;
}
