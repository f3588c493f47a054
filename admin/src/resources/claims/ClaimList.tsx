import { DataTable, FunctionField, type RaRecord, SimpleList } from 'react-admin';
import { ClaimStatus } from '#schema/codes/money/claim.codes.ts';
import { ReliefKind } from '#schema/codes/money/policy.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { DateRangeInput } from '../../shared/dates/DateRangeInput.tsx';
import { MoneyText } from '../../shared/display/MoneyText.tsx';
import { DayField } from '../../shared/display/TimeFields.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionField, shortPath } from '../../shared/division/DivisionPath.tsx';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { YesNoFilter } from '../../shared/list/filters/YesNoFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { DueField } from './DueField.tsx';
import { claimTone } from './tones.ts';

const key = 'resources.claims';

const filters = [
  <SearchFilter key="search" source="search" hint={`${key}.searchHint`} alwaysOn />,
  <DivisionInput key="division" source="divisionCode" helperText={false} alwaysOn />,
  <CodeFilter key="status" source="status" list={ClaimStatus} alwaysOn />,
  <CodeFilter key="kind" source="kind" list={ReliefKind} />,
  <YesNoFilter key="overdue" source="overdue" defaultValue />,
  <DateRangeInput key="applied" source="applied" label={`${key}.fields.applied`} />,
];

function SmallList() {
  const kind = useCodeLabel(ReliefKind);
  const status = useCodeLabel(ClaimStatus);
  return (
    <SimpleList
      linkType="show"
      primaryText={(record: RaRecord) => `${status(record.status)} · ${record.personName}`}
      secondaryText={(record: RaRecord) =>
        [kind(record.kind), record.village && shortPath(record.village), record.appliedOn]
          .filter(Boolean)
          .join(' · ')
      }
    />
  );
}

export function ClaimList() {
  return (
    <ListShell
      emptyHint={`${key}.emptyHint`}
      filters={filters}
      small={<SmallList />}
      sort={{ field: 'appliedOn', order: 'DESC' }}
    >
      <RecordTable rowClick="show">
        <DataTable.Col source="personName" disableSort>
          <RecordLink resource="claims" text="personName" />
        </DataTable.Col>
        <DataTable.Col source="kind" disableSort>
          <CodeField source="kind" list={ReliefKind} />
        </DataTable.Col>
        <DataTable.Col source="status" disableSort>
          <FunctionField
            render={(record) => <CodeChip list={ClaimStatus} tones={claimTone} code={record.status} />}
          />
        </DataTable.Col>
        <DataTable.Col source="village.code">
          <DivisionField source="village" />
        </DataTable.Col>
        <DataTable.Col source="appliedOn" field={DayField} />
        <DataTable.Col source="dueOn">
          <DueField />
        </DataTable.Col>
        <DataTable.NumberCol source="total">
          <FunctionField render={(record) => <MoneyText amount={record.total} />} />
        </DataTable.NumberCol>
        <DataTable.NumberCol source="own" disableSort>
          <FunctionField render={(record) => <MoneyText amount={record.own} />} />
        </DataTable.NumberCol>
      </RecordTable>
    </ListShell>
  );
}
