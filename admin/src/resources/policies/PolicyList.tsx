import { DataTable, DateInput, type RaRecord, SimpleList, useRecordContext } from 'react-admin';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import {
  CountedAmount,
  PolicyAccumulation,
  PolicyBase,
  PolicyMode,
  PolicyStatus,
  ReliefKind,
} from '#schema/codes/money/policy.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { type FilterSet, filterList } from '../../shared/list/filters/filter-set.ts';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { LoadSamplesButton } from './LoadSamplesButton.tsx';
import type { PolicyFilter } from './policies.graphql.ts';
import { policyField } from './policy-forms.tsx';
import { SampleChip } from './SampleChip.tsx';
import { policyTone } from './tones.ts';

const filters: FilterSet<PolicyFilter> = {
  kind: policyField.kind.filter({ alwaysOn: true }),
  status: policyField.status.filter({ alwaysOn: true }),
  inForceOn: <DateInput source="inForceOn" />,
  category: (
    <CodeFilter source="category" label={fieldLabel('policies', 'category')} list={HouseholdCategory} />
  ),
  mode: <CodeFilter source="mode" list={PolicyMode} />,
  base: <CodeFilter source="base" list={PolicyBase} />,
  accumulation: <CodeFilter source="accumulation" list={PolicyAccumulation} />,
  countedAmount: <CodeFilter source="countedAmount" list={CountedAmount} />,
  divisionCode: <DivisionInput source="divisionCode" level="COUNTY" />,
};

const filterElements = filterList(filters);

function SmallList() {
  const kind = useCodeLabel(ReliefKind);
  const status = useCodeLabel(PolicyStatus);
  return (
    <SimpleList
      primaryText={(record: RaRecord) => record.name}
      secondaryText={(record: RaRecord) =>
        `${record.kindName ?? kind(record.kind)} · ${status(record.status)}`
      }
      tertiaryText={(record: RaRecord) => record.fromOn}
      rowClick="show"
    />
  );
}

function KindOfRow() {
  const label = useCodeLabel(ReliefKind);
  const record = useRecordContext();
  return record ? (record.kindName ?? label(record.kind)) : null;
}

export function PolicyList() {
  return (
    <ListShell
      actions={<LoadSamplesButton />}
      emptyHint="resources.policies.emptyHint"
      filters={filterElements}
      small={<SmallList />}
      sort={{ field: 'kind', order: 'ASC' }}
    >
      <RecordTable rowClick="show">
        <DataTable.Col source="name">
          <RecordLink resource="policies" text="name" />
        </DataTable.Col>
        <DataTable.Col source="kind">
          <KindOfRow />
        </DataTable.Col>
        <DataTable.Col
          source="status"
          render={(record) => <CodeChip list={PolicyStatus} tones={policyTone} code={record.status} />}
        />
        <DataTable.Col source="isSample" disableSort>
          <SampleChip />
        </DataTable.Col>
        {policyField.fromOn.column()}
        {policyField.toOn.column({ disableSort: true })}
        <DataTable.Col source="mode" disableSort>
          <CodeField source="mode" list={PolicyMode} />
        </DataTable.Col>
      </RecordTable>
    </ListShell>
  );
}
