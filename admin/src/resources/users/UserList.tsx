import { Box, Chip } from '@mui/material';
import { DataTable, type RaRecord, SimpleList, useRecordContext } from 'react-admin';
import { Role } from '#schema/codes/organization.codes.ts';
import { UserStatus } from '#schema/codes/user.codes.ts';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { useCodeLabel, useEnumeration } from '../../shared/codes/codes.ts';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { todayInCounty } from '../../shared/display/today.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { YesNoFilter } from '../../shared/list/filters/YesNoFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { type GrantRow, isInForce } from './grants/grant.ts';
import { UserStatusField } from './UserStatusField.tsx';

const filters = [
  <SearchFilter key="search" source="search" hint="resources.users.searchHint" alwaysOn />,
  <DivisionInput key="division" source="divisionCode" alwaysOn />,
  <CodeFilter key="role" source="role" list={Role} label="resources.users.fields.role" alwaysOn />,
  <CodeFilter key="status" source="status" list={UserStatus} label="resources.users.fields.status" />,
  <YesNoFilter
    key="noSecondFactor"
    source="noSecondFactor"
    label="resources.users.fields.noSecondFactor"
    defaultValue
  />,
];

function RoleChips() {
  const record = useRecordContext();
  const label = useCodeLabel(Role);
  const today = todayInCounty();
  const grants: GrantRow[] = record?.grants ?? [];
  const held = grants.filter((grant) => isInForce(grant, today));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      {held.length === 0 && '—'}
      {held.map(({ id, role, division }) => (
        <Chip key={id} size="small" label={division ? `${label(role)} · ${division.name}` : label(role)} />
      ))}
    </Box>
  );
}

function SmallList() {
  const role = useCodeLabel(Role);
  const enumerate = useEnumeration();
  const today = todayInCounty();
  const rolesOf = (grants: GrantRow[]) =>
    enumerate(grants.filter((grant) => isInForce(grant, today)).map((grant) => role(grant.role)));
  return (
    <SimpleList
      primaryText={(record: RaRecord) => record.displayName}
      secondaryText={(record: RaRecord) => `${record.username} · ${rolesOf(record.grants) || '—'}`}
    />
  );
}

export function UserList() {
  return (
    <ListShell
      emptyHint="resources.users.emptyHint"
      filters={filters}
      small={<SmallList />}
      sort={{ field: 'username', order: 'ASC' }}
    >
      <RecordTable rowClick="show" hiddenColumns={['createdAt']}>
        <DataTable.Col source="displayName">
          <RecordLink resource="users" text="displayName" />
        </DataTable.Col>
        <DataTable.Col source="username" />
        <DataTable.Col source="grants" disableSort>
          <RoleChips />
        </DataTable.Col>
        <DataTable.Col source="division.code" disableSort>
          <DivisionField source="division" />
        </DataTable.Col>
        <DataTable.Col source="status" disableSort>
          <UserStatusField />
        </DataTable.Col>
        <DataTable.Col source="createdAt" field={InstantField} />
      </RecordTable>
    </ListShell>
  );
}
