import { EditShell } from '../../shared/edit/EditShell.tsx';
import { editForm, organizationCodes } from './organization-forms.tsx';

export function OrganizationEdit() {
  return (
    <EditShell codes={organizationCodes} redirect="list" transform={editForm.toInput}>
      {editForm.all}
    </EditShell>
  );
}
