import { useQuery } from '@tanstack/react-query';
import { request } from '../../../api/client.ts';
import { EditVerbButton } from '../../../shared/edit/EditVerbButton.tsx';
import { startsEmpty } from '../../../shared/edit/edit-fields.ts';
import { claimFields } from '../claim-fields.tsx';
import { type ClaimRecord, claimDiagnosis, updateClaim } from '../claims.graphql.ts';

/** Its diagnosis is no part of the page, since not everybody may see it. */
export function useDiagnosis(id: string) {
  const { data } = useQuery({
    queryKey: ['claims', 'diagnosis', id],
    enabled: id !== '',
    queryFn: ({ signal }) => request(claimDiagnosis, { id }, { signal }),
  });
  return data?.claim;
}

const { allowSimilar, ...fields } = claimFields;

export function EditClaimButton({ claim }: { claim: ClaimRecord }) {
  const { id, version, kind, eventOn, cause, expenses, layers, personName } = claim;
  const known = useDiagnosis(id);
  if (!known) return null;
  return (
    <EditVerbButton
      label="ra.action.edit"
      operation={`updateClaim ${id}`}
      subject={personName}
      send={updateClaim}
      given={{ id, expectedVersion: version }}
      fields={{ ...fields, allowSimilar: startsEmpty(allowSimilar) }}
      record={{ kind, eventOn, cause, diagnosis: known.diagnosis, expenses, layers }}
      submitLabel="ra.action.save"
    />
  );
}
