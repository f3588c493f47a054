import { DataTable, type RaRecord, SimpleList } from 'react-admin';
import { DivisionLevel } from '#schema/codes/division.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { DayField } from '../../shared/display/TimeFields.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { YesNoFilter } from '../../shared/list/filters/YesNoFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { LoadButton, MoveButton } from './DivisionVerbs.tsx';

const filters = [
  <SearchFilter key="search" source="search" hint="resources.divisions.searchHint" alwaysOn />,
  <DivisionInput key="division" source="divisionCode" alwaysOn />,
  <CodeFilter key="level" source="level" list={DivisionLevel} alwaysOn />,
  <YesNoFilter key="inUse" source="inUse" defaultValue />,
];

function SmallList() {
  return (
    <SimpleList
      rowClick={false}
      primaryText={(record: RaRecord) => record.name}
      secondaryText={(record: RaRecord) => record.code}
    />
  );
}

export function DivisionList() {
  const mayWrite = useHasRight('division.write');
  const verbs = (
    <>
      <LoadButton />
      <MoveButton />
    </>
  );
  return (
    <ListShell
      emptyHint="resources.divisions.emptyHint"
      filters={filters}
      actions={mayWrite && verbs}
      small={<SmallList />}
      sort={{ field: 'code', order: 'ASC' }}
    >
      <RecordTable rowClick={false}>
        <DataTable.Col source="code" />
        <DataTable.Col source="name" />
        <DataTable.Col source="level" disableSort>
          <CodeField source="level" list={DivisionLevel} />
        </DataTable.Col>
        <DataTable.Col source="path" disableSort />
        <DataTable.Col source="abolishedOn" disableSort field={DayField} />
      </RecordTable>
    </ListShell>
  );
}
