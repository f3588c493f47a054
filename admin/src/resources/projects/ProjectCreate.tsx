import { Create } from 'react-admin';
import { todayInCounty } from '../../shared/display/today.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { createForm } from './project-forms.tsx';

export function ProjectCreate() {
  const year = Number(todayInCounty().slice(0, 4));
  return (
    <Create redirect="show" transform={createForm.toInput} sx={{ maxWidth: 720 }}>
      <PageForm defaultValues={{ year }}>{createForm.all}</PageForm>
    </Create>
  );
}
