import { Create } from 'react-admin';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { createForm } from './cadre-forms.tsx';

const defaults = { sex: 'UNKNOWN' };

export function CadreCreate() {
  return (
    <Create redirect="show" transform={createForm.toInput} sx={{ maxWidth: 720 }}>
      <PageForm defaultValues={defaults}>{createForm.all}</PageForm>
    </Create>
  );
}
