import { DataTable, type RaRecord, SimpleList } from 'react-admin';
import { LoadPolicy } from '#schema/codes/settings.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { PageLink } from '../../shared/record/RecordLink.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';

const small = (
  <SimpleList
    primaryText={(county: RaRecord) => county.division.name}
    secondaryText={(county: RaRecord) => county.division.path}
    rowClick="show"
  />
);

export function CountyList() {
  return (
    <ListShell
      emptyHint="resources.counties.emptyHint"
      small={small}
      sort={{ field: 'countyCode', order: 'ASC' }}
    >
      <RecordTable rowClick="show">
        <DataTable.Col
          source="division.name"
          disableSort
          render={(county) => <PageLink resource="counties" id={county.id} text={county.division.name} />}
        />
        <DataTable.Col source="countyCode" />
        <DataTable.NumberCol source="maxLoad" disableSort />
        <DataTable.Col source="loadPolicy" disableSort>
          <CodeField source="loadPolicy" list={LoadPolicy} />
        </DataTable.Col>
      </RecordTable>
    </ListShell>
  );
}
