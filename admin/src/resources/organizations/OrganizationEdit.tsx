import { EditShell } from '../../shared/edit/EditShell.tsx';
import { OrganizationInputs, organizationCodes } from './OrganizationInputs.tsx';

export function OrganizationEdit() {
  return (
    <EditShell codes={organizationCodes} redirect="list">
      <OrganizationInputs />
    </EditShell>
  );
}
