import { EditShell } from '../../shared/edit/EditShell.tsx';
import { editForm, projectCodes } from './project-forms.tsx';

export function ProjectEdit() {
  return <EditShell form={editForm} codes={projectCodes} redirect="show" />;
}
