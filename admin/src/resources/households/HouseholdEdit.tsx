import { TextInput } from 'react-admin';
import { EditShell } from '../../shared/edit/EditShell.tsx';
import { HouseholdInputs } from './HouseholdInputs.tsx';

export function HouseholdEdit() {
  return (
    <EditShell>
      <TextInput source="headName" readOnly />
      <TextInput source="phone" helperText="resources.households.phoneHint" autoComplete="off" />
      <HouseholdInputs />
    </EditShell>
  );
}
