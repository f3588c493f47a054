import { required, useRefresh } from 'react-admin';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { useOwnCounty } from '../../shared/division/useOwnCounty.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { loadSamplePolicies } from './policies.graphql.ts';

/** Adds the samples that come with the system as drafts of a county. */
export function LoadSamplesButton() {
  const mayWrite = useHasRight('policy.write');
  const own = useOwnCounty();
  const refresh = useRefresh();
  if (!mayWrite) return null;
  return (
    <VerbButton
      label="resources.policies.samples.label"
      lead="resources.policies.samples.lead"
      operation="loadSamplePolicies"
      send={loadSamplePolicies}
      given={{}}
      fields={{
        countyCode: (source) => (
          <DivisionInput
            source={source}
            label={fieldLabel('policies', 'county')}
            level="COUNTY"
            validate={required()}
          />
        ),
      }}
      defaultValues={{ countyCode: own }}
      onDone={() => {
        refresh();
        return undefined;
      }}
      variant="text"
    />
  );
}
