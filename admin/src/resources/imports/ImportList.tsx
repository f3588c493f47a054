import { DataTable, type RaRecord, SimpleList, useTranslate } from 'react-admin';
import { ImportKind, ImportStatus } from '#schema/codes/imports/import.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionOfCode } from '../../shared/division/DivisionOfCode.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { ImportStatusField } from './ImportStatusField.tsx';

const filters = [
  <CodeFilter key="kind" source="kind" list={ImportKind} alwaysOn />,
  <CodeFilter key="status" source="status" list={ImportStatus} alwaysOn />,
  <DivisionInput key="division" source="divisionCode" label="resources.imports.fields.divisionCode" />,
];

function SmallList() {
  const kind = useCodeLabel(ImportKind);
  const status = useCodeLabel(ImportStatus);
  const translate = useTranslate();
  const counts = (record: RaRecord) =>
    (['created', 'updated', 'rejected'] as const)
      .map((key) => `${translate(fieldLabel('imports', key))} ${record[key]}`)
      .join(' · ');
  return (
    <SimpleList
      primaryText={(record: RaRecord) => `${kind(record.kind)} · ${status(record.status)}`}
      secondaryText={(record: RaRecord) => `${record.fileName} · ${counts(record)}`}
    />
  );
}

export function ImportList() {
  return (
    <ListShell
      emptyHint="resources.imports.emptyHint"
      filters={filters}
      small={<SmallList />}
      sort={{ field: 'createdAt', order: 'DESC' }}
    >
      <RecordTable rowClick="show" hiddenColumns={['finishedAt']}>
        <DataTable.Col source="createdAt" field={InstantField} />
        <DataTable.Col source="kind" disableSort>
          <CodeField source="kind" list={ImportKind} />
        </DataTable.Col>
        <DataTable.Col source="fileName">
          <RecordLink resource="imports" text="fileName" />
        </DataTable.Col>
        <DataTable.Col source="divisionCode" disableSort>
          <DivisionOfCode />
        </DataTable.Col>
        <DataTable.Col source="status" disableSort>
          <ImportStatusField />
        </DataTable.Col>
        <DataTable.NumberCol source="total" disableSort />
        <DataTable.NumberCol source="created" disableSort />
        <DataTable.NumberCol source="updated" disableSort />
        <DataTable.NumberCol source="unchanged" disableSort />
        <DataTable.NumberCol source="rejected" disableSort />
        <DataTable.Col source="finishedAt" disableSort field={InstantField} />
      </RecordTable>
    </ListShell>
  );
}
