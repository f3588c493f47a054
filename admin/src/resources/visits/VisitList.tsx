import { DataTable, FunctionField, type RaRecord, SimpleList } from 'react-admin';
import { VisitMode, VisitSource, VisitStatus } from '#schema/codes/help/visit.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { DateRangeInput } from '../../shared/dates/DateRangeInput.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionField, shortPath } from '../../shared/division/DivisionPath.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { HouseholdLink } from '../../shared/record/HouseholdLink.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { CadrePicker, HouseholdPicker } from '../../shared/record/RecordPicker.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { visitTone } from './tones.ts';

const filters = [
  <HouseholdPicker
    key="household"
    source="household"
    label="resources.visits.fields.household"
    helperText={false}
    alwaysOn
  />,
  <DivisionInput key="division" source="divisionCode" helperText={false} alwaysOn />,
  <DateRangeInput key="visited" source="visited" label="resources.visits.fields.visited" alwaysOn />,
  <CadrePicker key="cadre" source="cadre" label="resources.visits.fields.cadre" helperText={false} />,
  <CodeFilter key="mode" source="mode" list={VisitMode} />,
  <CodeFilter key="status" source="status" list={VisitStatus} />,
];

function SmallList() {
  const mode = useCodeLabel(VisitMode);
  const status = useCodeLabel(VisitStatus);
  const village = (record: RaRecord) =>
    record.household?.village ? shortPath(record.household.village) : '';
  return (
    <SimpleList
      linkType="show"
      primaryText={(record: RaRecord) => `${record.household?.headName ?? '—'} · ${record.visitedOn}`}
      secondaryText={(record: RaRecord) =>
        [
          village(record),
          mode(record.mode),
          record.cadre?.name,
          record.status === 'VALID' ? null : status(record.status),
        ]
          .filter(Boolean)
          .join(' · ')
      }
    />
  );
}

export function VisitList() {
  return (
    <ListShell
      emptyHint="resources.visits.emptyHint"
      filters={filters}
      small={<SmallList />}
      sort={{ field: 'visitedOn', order: 'DESC' }}
    >
      <RecordTable hiddenColumns={['source']} rowClick="show">
        <DataTable.Col source="visitedOn">
          <RecordLink resource="visits" text="visitedOn" />
        </DataTable.Col>
        <DataTable.Col source="household.headName" disableSort>
          <FunctionField render={(record) => <HouseholdLink household={record.household} />} />
        </DataTable.Col>
        <DataTable.Col source="household.village.code">
          <DivisionField source="household.village" />
        </DataTable.Col>
        <DataTable.Col source="cadre.name" disableSort />
        <DataTable.Col source="mode" disableSort>
          <CodeField source="mode" list={VisitMode} />
        </DataTable.Col>
        <DataTable.Col source="findings" disableSort cellSx={ellipsis} />
        <DataTable.Col source="status" disableSort>
          <FunctionField
            render={(record) => <CodeChip list={VisitStatus} tones={visitTone} code={record.status} />}
          />
        </DataTable.Col>
        <DataTable.Col source="source" disableSort>
          <CodeField source="source" list={VisitSource} />
        </DataTable.Col>
      </RecordTable>
    </ListShell>
  );
}

const ellipsis = () => ({
  maxWidth: 320,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});
