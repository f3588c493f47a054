import { EditShell } from '../../shared/edit/EditShell.tsx';
import { editForm } from './document-forms.tsx';

export function FundDocumentEdit() {
  return <EditShell form={editForm} redirect="show" />;
}
