import { Card, Typography } from '@mui/material';
import { DataTable, Pagination, ReferenceManyField, useRecordContext, useTranslate } from 'react-admin';
import { FieldText } from '../../../shared/display/FieldText.tsx';
import { InstantField } from '../../../shared/display/TimeFields.tsx';
import { RecordTable } from '../../../shared/table/RecordTable.tsx';
import { ActorName } from '../../audit/ActorName.tsx';
import { AuditDiff } from '../../audit/AuditDiff.tsx';

const NEWEST = { field: 'at', order: 'DESC' } as const;
const expand = <AuditDiff />;
const pagination = <Pagination rowsPerPageOptions={[25, 50, 100]} />;

function Action() {
  const event = useRecordContext();
  const translate = useTranslate();
  return (
    <FieldText>
      {event && translate(`resources.audit.actions.${event.action}`, { _: event.action })}
    </FieldText>
  );
}

/** The audit trail of this household, with values before and after. */
export function HouseholdAudit() {
  const translate = useTranslate();
  const empty = (
    <Typography sx={{ color: 'text.secondary', py: 2 }}>
      {translate('resources.households.audit.none')}
    </Typography>
  );
  return (
    <ReferenceManyField
      reference="audit"
      target="record"
      sort={NEWEST}
      pagination={pagination}
      storeKey="household.audit"
      empty={empty}
    >
      <Card>
        <RecordTable expand={expand} rowClick="expand" storeKey="household.audit.table" empty={empty}>
          <DataTable.Col source="at" field={InstantField} />
          <DataTable.Col source="actorName" disableSort>
            <FieldText>
              <ActorName />
            </FieldText>
          </DataTable.Col>
          <DataTable.Col source="action" disableSort field={Action} />
        </RecordTable>
      </Card>
    </ReferenceManyField>
  );
}
