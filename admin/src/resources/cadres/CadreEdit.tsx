import { EditShell } from '../../shared/edit/EditShell.tsx';
import { cadreCodes, editForm } from './cadre-forms.tsx';

export function CadreEdit() {
  return <EditShell form={editForm} codes={cadreCodes} />;
}
