import { PairingEndReason, PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { fieldLabel } from '../../../shared/fields/labels.ts';
import { PageLink } from '../../../shared/record/RecordLink.tsx';
import { useHasRight } from '../../../shared/rights/useRights.ts';
import { RowTable } from '../../../shared/table/RowTable.tsx';
import { AssignButton } from '../../pairings/AssignButton.tsx';
import { EndPairingButton } from '../../pairings/EndPairingButton.tsx';
import { TransferButton } from '../../pairings/TransferButton.tsx';
import { isUndoable, UndoTransferButton } from '../../pairings/UndoTransferButton.tsx';
import { useHousehold } from '../useHousehold.ts';
import { TabHead } from './TabHead.tsx';

const field = (name: string) => fieldLabel('pairings', name);

/** Current and former helpers, with the verbs of a pairing. */
export function HouseholdPairings() {
  const household = useHousehold();
  const mayPair = useHasRight('pairing.write');
  const role = useCodeLabel(PairingRole);
  const endReason = useCodeLabel(PairingEndReason);
  if (!household) return null;
  const mayAssign = mayPair && household.status === 'ACTIVE';
  return (
    <>
      <TabHead>
        {mayAssign && (
          <AssignButton household={household} role={household.currentPairing ? 'ASSISTANT' : 'MAIN'} />
        )}
      </TabHead>
      <RowTable
        rows={household.pairings?.nodes ?? []}
        keyOf={({ id }) => id}
        label="resources.households.tab.pairings"
        empty="resources.households.pairings.none"
        columns={[
          {
            key: 'cadre',
            label: field('cadre.name'),
            isName: true,
            cell: ({ cadre }) => <PageLink resource="cadres" id={cadre?.id} text={cadre?.name} />,
          },
          {
            key: 'organization',
            label: field('cadre.organization.name'),
            cell: ({ cadre }) => cadre?.organization?.name ?? '—',
          },
          { key: 'role', label: field('role'), cell: (pairing) => role(pairing.role) },
          { key: 'startedOn', label: field('startedOn'), noWrap: true, cell: ({ startedOn }) => startedOn },
          { key: 'endedOn', label: field('endedOn'), noWrap: true, cell: ({ endedOn }) => endedOn ?? '—' },
          {
            key: 'endReason',
            label: field('endReason'),
            cell: (pairing) => endReason(pairing.endReason) || '—',
          },
          { key: 'reason', label: field('reason'), cell: ({ reason }) => reason ?? '—' },
          {
            key: 'handOverNote',
            label: field('handOverNote'),
            cell: ({ handOverNote }) => handOverNote ?? '—',
          },
        ]}
        actions={
          mayAssign
            ? ({ id, endedOn, createdAt, former }) =>
                endedOn === null && (
                  <>
                    {isUndoable({ endedOn, createdAt, former }) && (
                      <UndoTransferButton pairings={[{ id, headName: household.headName }]} variant="text" />
                    )}
                    <TransferButton pairingIds={[id]} variant="text" />
                    <EndPairingButton pairing={{ id }} name={household.headName} />
                  </>
                )
            : undefined
        }
      />
    </>
  );
}
