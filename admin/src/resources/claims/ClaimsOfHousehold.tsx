import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ClaimStatus } from '#schema/codes/money/claim.codes.ts';
import { ReliefKind } from '#schema/codes/money/policy.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { MoneyText } from '../../shared/display/MoneyText.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { ListOfHousehold, useHouseholdId } from '../../shared/record/ListOfHousehold.tsx';
import { PageLink } from '../../shared/record/RecordLink.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { RowTable } from '../../shared/table/RowTable.tsx';
import type { ClaimRowRecord } from './claims.graphql.ts';
import { claimTone } from './tones.ts';

const key = 'resources.claims';
const field = (name: string) => fieldLabel('claims', name);

function ClaimTable({ claims }: { claims: readonly ClaimRowRecord[] }) {
  const kindLabel = useCodeLabel(ReliefKind);
  return (
    <RowTable
      rows={claims}
      keyOf={({ id }) => id}
      label={`${key}.table`}
      empty={`${key}.ofHousehold.none`}
      columns={[
        {
          key: 'personName',
          label: field('personName'),
          isName: true,
          cell: ({ id, personName }) => <PageLink resource="claims" id={id} text={personName} />,
        },
        { key: 'kind', label: field('kind'), cell: ({ kind }) => kindLabel(kind) },
        { key: 'appliedOn', label: field('appliedOn'), noWrap: true, cell: ({ appliedOn }) => appliedOn },
        {
          key: 'status',
          label: field('status'),
          cell: ({ status }) => <CodeChip list={ClaimStatus} tones={claimTone} code={status} />,
        },
        {
          key: 'own',
          label: field('own'),
          align: 'right',
          cell: ({ own }) => <MoneyText amount={own} />,
        },
      ]}
    />
  );
}

/** The latest claims of the household of the page around it. */
export function ClaimsOfHousehold() {
  const id = useHouseholdId(undefined);
  const translate = useTranslate();
  const mayOpen = useHasRight('claim.write');
  if (!useHasRight('claim.read') || !id) return null;
  const given = encodeURIComponent(JSON.stringify({ householdId: id }));
  return (
    <ListOfHousehold<ClaimRowRecord>
      resource="claims"
      title={`${key}.table`}
      all={`${key}.ofHousehold.all`}
      householdId={id}
      sort={{ field: 'appliedOn', order: 'DESC' }}
      actions={
        mayOpen && (
          <Button variant="outlined" component={Link} to={`/claims/create?source=${given}`}>
            {translate(`${key}.open`)}
          </Button>
        )
      }
    >
      {(claims) => <ClaimTable claims={claims} />}
    </ListOfHousehold>
  );
}
