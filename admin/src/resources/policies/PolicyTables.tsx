import { useRecordContext, useTranslate } from 'react-admin';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { percentOf } from '#schema/codes/money/assessment-line.ts';
import { PolicyStatus } from '#schema/codes/money/policy.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { MoneyText } from '../../shared/display/MoneyText.tsx';
import { formatMoney } from '../../shared/display/money.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { PageLink } from '../../shared/record/RecordLink.tsx';
import { type RowColumn, RowTable } from '../../shared/table/RowTable.tsx';
import type { PolicyRecord } from './policies.graphql.ts';
import { policyTone } from './tones.ts';

const key = 'resources.policies';
const field = (name: string) => fieldLabel('policies', name);
type Band = PolicyRecord['terms']['bands'][number];
type Threshold = PolicyRecord['terms']['thresholds'][number];
type Version = NonNullable<PolicyRecord['replaces']>;

export function ThresholdTable() {
  const policy = useRecordContext<PolicyRecord>();
  const label = useCodeLabel(HouseholdCategory);
  const columns: RowColumn<Threshold>[] = [
    { key: 'category', label: field('category'), cell: (row) => label(row.category), isName: true },
    {
      key: 'threshold',
      label: field('threshold'),
      cell: (row) => <MoneyText amount={row.threshold} />,
      align: 'right',
    },
  ];
  return (
    <RowTable
      rows={policy?.terms.thresholds ?? []}
      columns={columns}
      keyOf={(row) => row.category}
      label={field('thresholds')}
      empty={`${key}.noVersions`}
    />
  );
}

export function BandTable() {
  const policy = useRecordContext<PolicyRecord>();
  const translate = useTranslate();
  const pays = ({ rateBps, flatAmount }: Band) =>
    rateBps === null
      ? translate(`${key}.flat`, { amount: formatMoney(flatAmount ?? '0.00') })
      : translate(`${key}.rate`, { rate: percentOf(rateBps ?? 0) });
  const columns: RowColumn<Band>[] = [
    {
      key: 'fromAmount',
      label: field('fromAmount'),
      cell: (row) => <MoneyText amount={row.fromAmount} />,
      align: 'right',
      isName: true,
    },
    {
      key: 'toAmount',
      label: field('toAmount'),
      cell: (row) => (row.toAmount ? <MoneyText amount={row.toAmount} /> : translate(`${key}.noEnd`)),
      align: 'right',
    },
    { key: 'pays', label: field('pays'), cell: pays, align: 'right', noWrap: true },
  ];
  return (
    <RowTable
      rows={policy?.terms.bands ?? []}
      columns={columns}
      keyOf={(row) => row.fromAmount}
      label={field('bands')}
      empty={`${key}.noVersions`}
    />
  );
}

/** The version before and those after, drafts among them. */
export function VersionTable() {
  const policy = useRecordContext<PolicyRecord>();
  const rows = [...(policy?.replacedBy ?? []), ...(policy?.replaces ? [policy.replaces] : [])];
  const columns: RowColumn<Version>[] = [
    {
      key: 'name',
      label: field('name'),
      cell: (row) => <PageLink resource="policies" id={row.id} text={row.name} />,
      isName: true,
    },
    {
      key: 'status',
      label: field('status'),
      cell: (row) => <CodeChip list={PolicyStatus} tones={policyTone} code={row.status} />,
    },
    {
      key: 'days',
      label: field('days'),
      cell: (row) => `${row.fromOn} – ${row.toOn ?? ''}`,
      noWrap: true,
    },
  ];
  return (
    <RowTable
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      label={`${key}.versions`}
      empty={`${key}.noVersions`}
    />
  );
}
