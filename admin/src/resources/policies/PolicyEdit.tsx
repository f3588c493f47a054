import { EditShell } from '../../shared/edit/EditShell.tsx';
import { editForm, policyCodes } from './policy-forms.tsx';

export function PolicyEdit() {
  return <EditShell form={editForm} codes={policyCodes} redirect="show" />;
}
