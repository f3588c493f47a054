import { DataTable, FunctionField, type RaRecord, SimpleList } from 'react-admin';
import { ProblemKind, ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { DateRangeInput } from '../../shared/dates/DateRangeInput.tsx';
import { DayField } from '../../shared/display/TimeFields.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionField, shortPath } from '../../shared/division/DivisionPath.tsx';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { HouseholdLink } from '../../shared/record/HouseholdLink.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { CadrePicker, HouseholdPicker } from '../../shared/record/RecordPicker.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { problemTone } from '../visits/tones.ts';
import { StatusChips } from './StatusChips.tsx';

const key = 'resources.problems';

const filters = [
  <SearchFilter key="search" source="search" hint={`${key}.searchHint`} alwaysOn />,
  <DivisionInput key="division" source="divisionCode" helperText={false} alwaysOn />,
  <CodeFilter key="kind" source="kind" list={ProblemKind} alwaysOn />,
  <HouseholdPicker key="household" source="household" label={`${key}.fields.household`} helperText={false} />,
  <CadrePicker key="cadre" source="cadre" label={`${key}.fields.cadre`} helperText={false} />,
  <DateRangeInput key="raised" source="raised" label={`${key}.fields.raised`} />,
];

// Chosen with the chips above the list.
const statusCodes = { status: ProblemStatus };

function SmallList() {
  const kind = useCodeLabel(ProblemKind);
  const status = useCodeLabel(ProblemStatus);
  return (
    <SimpleList
      linkType="show"
      primaryText={(record: RaRecord) => `${status(record.status)} · ${record.description}`}
      secondaryText={(record: RaRecord) =>
        [
          record.household?.headName,
          record.household?.village && shortPath(record.household.village),
          kind(record.kind),
          record.raisedOn,
        ]
          .filter(Boolean)
          .join(' · ')
      }
    />
  );
}

const wide = { minWidth: 240, maxWidth: 420, overflowWrap: 'anywhere' } as const;

export function ProblemList() {
  return (
    <ListShell
      emptyHint={`${key}.emptyHint`}
      filters={filters}
      filterCodes={statusCodes}
      small={
        <>
          <StatusChips />
          <SmallList />
        </>
      }
      sort={{ field: 'raisedOn', order: 'DESC' }}
    >
      <StatusChips />
      <RecordTable hiddenColumns={['closedOn', 'outcome']} rowClick="show">
        <DataTable.Col source="description" disableSort sx={wide}>
          <RecordLink resource="problems" text="description" />
        </DataTable.Col>
        <DataTable.Col source="kind" disableSort>
          <CodeField source="kind" list={ProblemKind} />
        </DataTable.Col>
        <DataTable.Col source="status" disableSort>
          <FunctionField
            render={(record) => <CodeChip list={ProblemStatus} tones={problemTone} code={record.status} />}
          />
        </DataTable.Col>
        <DataTable.Col source="household.headName" disableSort>
          <FunctionField render={(record) => <HouseholdLink household={record.household} />} />
        </DataTable.Col>
        <DataTable.Col source="household.village.code">
          <DivisionField source="household.village" />
        </DataTable.Col>
        <DataTable.Col source="raisedOn" field={DayField} />
        <DataTable.Col source="handler" disableSort />
        <DataTable.Col source="closedOn" field={DayField} />
        <DataTable.Col source="outcome" disableSort sx={wide} />
      </RecordTable>
    </ListShell>
  );
}
