import { Create } from 'react-admin';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { createForm } from './fields.tsx';

export function HouseholdCreate() {
  return (
    <Create redirect="show" transform={createForm.toInput}>
      <PageForm sx={{ maxWidth: 640 }}>{createForm.all}</PageForm>
    </Create>
  );
}
