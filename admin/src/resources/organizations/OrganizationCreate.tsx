import { Create } from 'react-admin';
import { useRegionRoots } from '../../shared/division/useRegionRoots.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { createForm } from './organization-forms.tsx';

const COUNTY_CODE_LENGTH = 6;

/** A user of one county need not choose it. */
function useOwnCounty(): string | undefined {
  const counties = new Set(useRegionRoots().map(({ code }) => code.slice(0, COUNTY_CODE_LENGTH)));
  const [only, ...others] = counties;
  return others.length === 0 && only?.length === COUNTY_CODE_LENGTH ? only : undefined;
}

export function OrganizationCreate() {
  const countyCode = useOwnCounty();
  return (
    <Create redirect="list" transform={createForm.toInput} sx={{ maxWidth: 720 }}>
      <PageForm defaultValues={{ countyCode }}>{createForm.all}</PageForm>
    </Create>
  );
}
