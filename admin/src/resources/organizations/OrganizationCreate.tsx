import { Create } from 'react-admin';
import { useOwnCounty } from '../../shared/division/useOwnCounty.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { createForm } from './organization-forms.tsx';

export function OrganizationCreate() {
  const countyCode = useOwnCounty();
  return (
    <Create redirect="list" transform={createForm.toInput} sx={{ maxWidth: 720 }}>
      <PageForm defaultValues={{ countyCode }}>{createForm.all}</PageForm>
    </Create>
  );
}
