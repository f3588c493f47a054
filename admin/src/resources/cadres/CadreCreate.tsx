import { Create, SimpleForm } from 'react-admin';
import { CadreInputs } from './CadreInputs.tsx';

const defaults = { sex: 'UNKNOWN' };

export function CadreCreate() {
  return (
    <Create redirect="show" sx={{ maxWidth: 720 }}>
      <SimpleForm defaultValues={defaults}>
        <CadreInputs />
      </SimpleForm>
    </Create>
  );
}
