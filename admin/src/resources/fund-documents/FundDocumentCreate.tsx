import { Create } from 'react-admin';
import { todayInCounty } from '../../shared/display/today.ts';
import { useOwnCounty } from '../../shared/division/useOwnCounty.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { createForm } from './document-forms.tsx';

export function FundDocumentCreate() {
  const countyCode = useOwnCounty();
  const budgetYear = Number(todayInCounty().slice(0, 4));
  return (
    <Create redirect="show" transform={createForm.toInput} sx={{ maxWidth: 900 }}>
      <PageForm defaultValues={{ countyCode, budgetYear, kind: 'INDICATOR', isEarly: false, lines: [{}] }}>
        {createForm.all}
      </PageForm>
    </Create>
  );
}
