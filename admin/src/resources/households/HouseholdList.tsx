import type { MouseEvent } from 'react';
import { DataTable, Link, type RaRecord, SimpleList, useCreatePath, useRecordContext } from 'react-admin';
import { HouseholdCategory, HouseholdStatus } from '#schema/codes/household.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { MaskedField } from '../../shared/display/MaskedField.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionField, shortPath } from '../../shared/division/DivisionPath.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { SearchFilter } from '../../shared/list/SearchFilter.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';

const filters = [
  <SearchFilter key="search" source="search" hint="resources.households.searchHint" alwaysOn />,
  <DivisionInput key="division" source="divisionCode" alwaysOn />,
  <CodeFilter key="category" source="category" list={HouseholdCategory} alwaysOn />,
  <CodeFilter key="status" source="status" list={HouseholdStatus} />,
];

/** A link, so that the record can be opened from the keyboard and in a new tab. */
function HeadLink() {
  const record = useRecordContext();
  const createPath = useCreatePath();
  if (!record) return null;
  return (
    <Link
      to={createPath({ resource: 'households', id: record.id, type: 'show' })}
      onClick={(event: MouseEvent) => event.stopPropagation()}
    >
      {record.headName}
    </Link>
  );
}

function SmallList() {
  const category = useCodeLabel(HouseholdCategory);
  return (
    <SimpleList
      primaryText={(record: RaRecord) => record.headName}
      secondaryText={(record: RaRecord) => `${shortPath(record.village)} · ${category(record.category)}`}
    />
  );
}

export function HouseholdList() {
  return (
    <ListShell
      emptyHint="resources.households.emptyHint"
      filters={filters}
      small={<SmallList />}
      sort={{ field: 'village.code', order: 'ASC' }}
    >
      <RecordTable hiddenColumns={['number']} rowClick="show">
        <DataTable.Col source="headName">
          <HeadLink />
        </DataTable.Col>
        <DataTable.Col source="headIdMasked" disableSort>
          <MaskedField source="headIdMasked" />
        </DataTable.Col>
        <DataTable.Col source="village.code">
          <DivisionField source="village" />
        </DataTable.Col>
        <DataTable.Col source="category">
          <CodeField source="category" list={HouseholdCategory} />
        </DataTable.Col>
        <DataTable.NumberCol source="size" disableSort />
        <DataTable.Col source="number" disableSort />
      </RecordTable>
    </ListShell>
  );
}
