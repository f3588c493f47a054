import { Create } from 'react-admin';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { CadreInputs } from './CadreInputs.tsx';

const defaults = { sex: 'UNKNOWN' };

export function CadreCreate() {
  return (
    <Create redirect="show" sx={{ maxWidth: 720 }}>
      <PageForm defaultValues={defaults}>
        <CadreInputs />
      </PageForm>
    </Create>
  );
}
