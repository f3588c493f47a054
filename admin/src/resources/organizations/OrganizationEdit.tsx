import { EditShell } from '../../shared/edit/EditShell.tsx';
import { editForm, organizationCodes } from './organization-forms.tsx';

export function OrganizationEdit() {
  return <EditShell form={editForm} codes={organizationCodes} redirect="list" />;
}
