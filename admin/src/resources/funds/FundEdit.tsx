import { EditShell } from '../../shared/edit/EditShell.tsx';
import { editForm } from './fund-forms.tsx';

export function FundEdit() {
  return <EditShell form={editForm} />;
}
