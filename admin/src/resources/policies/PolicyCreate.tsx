import { Create } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { todayInCounty } from '../../shared/display/today.ts';
import { useOwnCounty } from '../../shared/division/useOwnCounty.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import type { DraftPolicyInput } from './policies.graphql.ts';
import { createForm } from './policy-forms.tsx';

/** A draft that starts from a policy, as its new version or as a copy of a sample. */
export interface NewVersionState {
  readonly draft?: Partial<DraftPolicyInput>;
}

const blank = {
  countedAmount: 'OWN',
  deductions: [],
  documentsNeeded: [],
  terms: {
    mode: 'SLICES',
    base: 'OWN',
    accumulation: 'CLAIM',
    oncePerYear: false,
    thresholds: [{}],
    bands: [{}],
  },
};

export function PolicyCreate() {
  const countyCode = useOwnCounty();
  const { draft } = (useLocation().state ?? {}) as NewVersionState;
  return (
    <Create redirect="show" transform={createForm.toInput} sx={{ maxWidth: 900 }}>
      <PageForm defaultValues={{ ...blank, countyCode, fromOn: todayInCounty(), ...draft }}>
        {createForm.all}
      </PageForm>
    </Create>
  );
}
