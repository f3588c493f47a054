import { RiskKind, RiskStatus } from '#schema/codes/help/risk.codes.ts';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { StatusChip } from '../../../shared/display/StatusChip.tsx';
import { RowTable } from '../../../shared/table/RowTable.tsx';
import { TabHead } from '../show/TabHead.tsx';
import { useHousehold, useMayChangeHousehold } from '../useHousehold.ts';
import { AddRiskButton, EliminateRiskButton, RollBackEliminationButton, riskField } from './RiskVerbs.tsx';

export function HouseholdRisks() {
  const household = useHousehold();
  const mayChange = useMayChangeHousehold();
  const kind = useCodeLabel(RiskKind);
  const status = useCodeLabel(RiskStatus);
  if (!household) return null;
  return (
    <>
      <TabHead>{mayChange && <AddRiskButton householdId={household.id} />}</TabHead>
      <RowTable
        rows={household.risks ?? []}
        keyOf={({ id }) => id}
        label="resources.households.tab.risks"
        empty="resources.households.risks.none"
        columns={[
          { key: 'kind', label: riskField('kind'), isName: true, cell: (risk) => kind(risk.kind) },
          {
            key: 'status',
            label: riskField('status'),
            cell: (risk) => (
              <StatusChip tone={risk.status === 'OPEN' ? 'bad' : 'good'} label={status(risk.status)} />
            ),
          },
          {
            key: 'identifiedOn',
            label: riskField('identifiedOn'),
            noWrap: true,
            cell: (risk) => risk.identifiedOn,
          },
          {
            key: 'eliminatedOn',
            label: riskField('eliminatedOn'),
            noWrap: true,
            cell: (risk) => risk.eliminatedOn ?? '—',
          },
          { key: 'note', label: riskField('note'), cell: (risk) => risk.note ?? '—' },
        ]}
        actions={
          mayChange
            ? (risk) =>
                risk.status === 'OPEN' ? (
                  <EliminateRiskButton risk={risk} />
                ) : (
                  <RollBackEliminationButton risk={risk} />
                )
            : undefined
        }
      />
    </>
  );
}
