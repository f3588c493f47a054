import { DataTable, type RaRecord, SimpleList } from 'react-admin';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { TypesField, WebhookNameField, WebhookStateField } from './WebhookFields.tsx';

function SmallList() {
  return (
    <SimpleList
      rowClick="show"
      primaryText={(record: RaRecord) => record.name}
      secondaryText={(record: RaRecord) => `${record.division.name} · ${new URL(record.url).host}`}
      tertiaryText={() => <WebhookStateField />}
    />
  );
}

export function WebhookList() {
  return (
    <ListShell
      emptyHint="resources.webhooks.emptyHint"
      small={<SmallList />}
      sort={{ field: 'createdAt', order: 'DESC' }}
    >
      <RecordTable rowClick="show">
        <DataTable.Col source="name" disableSort>
          <WebhookNameField />
        </DataTable.Col>
        <DataTable.Col source="division.code" disableSort>
          <DivisionField source="division" />
        </DataTable.Col>
        <DataTable.Col source="types" disableSort>
          <TypesField />
        </DataTable.Col>
        <DataTable.Col source="status" disableSort>
          <WebhookStateField />
        </DataTable.Col>
        <DataTable.Col source="createdAt" field={InstantField} />
      </RecordTable>
    </ListShell>
  );
}
