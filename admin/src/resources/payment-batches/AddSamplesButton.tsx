import { graphql } from '../../api/graphql.ts';
import { saveOf } from '../../providers/data/documents.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';

const addSamplesMutation = graphql(`
  mutation AddSampleLayouts($input: AddSampleLayoutsInput!) {
    addSampleLayouts(input: $input) {
      bankLayouts {
        id
      }
    }
  }
`);

const addSamples = saveOf(addSamplesMutation, (result) => result.addSampleLayouts.bankLayouts);

export function AddSamplesButton({ countyCode }: { countyCode: string }) {
  const mayAdd = useHasRight('payment.approve');
  if (!mayAdd) return null;
  return (
    <VerbButton
      label="resources.payment-batches.addSamples"
      operation={`addSampleLayouts ${countyCode}`}
      send={addSamples}
      given={{ countyCode }}
      fields={{}}
      success="resources.payment-batches.samplesAdded"
    />
  );
}
