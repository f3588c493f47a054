import { Create } from 'react-admin';
import { todayInCounty } from '../../shared/display/today.ts';
import { useOwnCounty } from '../../shared/division/useOwnCounty.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { createForm } from './fund-forms.tsx';

export function FundCreate() {
  const countyCode = useOwnCounty();
  const fiscalYear = Number(todayInCounty().slice(0, 4));
  return (
    <Create redirect="show" transform={createForm.toInput} sx={{ maxWidth: 720 }}>
      <PageForm defaultValues={{ countyCode, fiscalYear }}>{createForm.all}</PageForm>
    </Create>
  );
}
