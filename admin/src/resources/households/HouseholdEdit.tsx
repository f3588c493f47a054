import { TextInput } from 'react-admin';
import { EditShell } from '../../shared/edit/EditShell.tsx';
import { editForm } from './fields.tsx';

export function HouseholdEdit() {
  return <EditShell form={editForm} above={<TextInput source="headName" readOnly />} />;
}
