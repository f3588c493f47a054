import { useMemo } from 'react';
import { AutocompleteInput, DataTable, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { DateRangeInput } from '../../shared/dates/DateRangeInput.tsx';
import { FieldText } from '../../shared/display/FieldText.tsx';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { actionsOf } from '../../shared/resource/audit-words.ts';
import { useConsoleResources } from '../../shared/resource/useConsoleResources.ts';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { ActorName } from './ActorName.tsx';
import { AuditCards } from './AuditCards.tsx';
import { AuditDiff } from './AuditDiff.tsx';
import { auditActions } from './actions.ts';
import { CountyOfEvent } from './CountyOfEvent.tsx';

const choice = (id: string) => ({ id, name: `resources.audit.actions.${id}` });

const filtersFor = (actions: readonly string[]) => [
  <AutocompleteInput
    key="action"
    source="action"
    choices={actions.map(choice)}
    alwaysOn
    sx={{ minWidth: 200 }}
  />,
  <TextInput key="actor" source="actor" alwaysOn resettable />,
  <DateRangeInput key="at" source="at" label="resources.audit.fields.at" alwaysOn />,
  <DivisionInput key="division" source="divisionCode" label="resources.audit.fields.divisionCode" />,
  <TextInput key="record" source="record" resettable sx={{ minWidth: 320 }} />,
];

/** The label of a server code; an unknown code is shown as it is. */
function CodeWord({ source, words }: { source: string; words: 'actions' | 'entities' }) {
  const record = useRecordContext();
  const translate = useTranslate();
  const code: string = record?.[source] ?? '';
  return <FieldText>{translate(`resources.audit.${words}.${code}`, { _: code })}</FieldText>;
}

const expand = <AuditDiff />;

export function AuditList() {
  const resources = useConsoleResources();
  const filters = useMemo(
    () => filtersFor([...Object.keys(auditActions), ...actionsOf(resources)]),
    [resources],
  );
  return (
    <ListShell
      emptyHint="resources.audit.emptyHint"
      filters={filters}
      small={<AuditCards />}
      sort={{ field: 'at', order: 'DESC' }}
    >
      <RecordTable expand={expand} rowClick="expand" hiddenColumns={['countyCode', 'seq']}>
        <DataTable.Col source="at" field={InstantField} />
        <DataTable.Col source="actorName" disableSort>
          <FieldText>
            <ActorName />
          </FieldText>
        </DataTable.Col>
        <DataTable.Col source="action" disableSort>
          <CodeWord source="action" words="actions" />
        </DataTable.Col>
        <DataTable.Col source="entity" disableSort>
          <CodeWord source="entity" words="entities" />
        </DataTable.Col>
        <DataTable.Col source="countyCode" disableSort>
          <FieldText>
            <CountyOfEvent />
          </FieldText>
        </DataTable.Col>
        <DataTable.NumberCol source="seq" disableSort />
      </RecordTable>
    </ListShell>
  );
}
