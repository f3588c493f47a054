import { TextInput } from 'react-admin';
import { EditShell } from '../../shared/edit/EditShell.tsx';
import { editForm } from './fields.tsx';

export function HouseholdEdit() {
  return (
    <EditShell transform={editForm.toInput}>
      <TextInput source="headName" readOnly />
      {editForm.all}
    </EditShell>
  );
}
