import { EditShell } from '../../shared/edit/EditShell.tsx';
import { cadreCodes, editForm } from './cadre-forms.tsx';

export function CadreEdit() {
  return (
    <EditShell codes={cadreCodes} transform={editForm.toInput}>
      {editForm.all}
    </EditShell>
  );
}
