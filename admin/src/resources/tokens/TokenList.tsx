import { DataTable, type RaRecord, SimpleList, useTranslate } from 'react-admin';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { todayInCounty } from '../../shared/display/today.ts';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { SwitchFilter } from '../../shared/list/filters/SwitchFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import {
  BudgetField,
  LastUse,
  RevokeButton,
  RightsField,
  stateOf,
  TokenNameField,
  TokenStateField,
  UseInShort,
} from './TokenFields.tsx';
import { usedSince } from './use/usage.ts';

const filters = [
  <SwitchFilter key="usable" source="usable" label="resources.tokens.fields.usable" alwaysOn />,
];

function SmallList() {
  const translate = useTranslate();
  return (
    <SimpleList
      rowClick="show"
      primaryText={(record: RaRecord) => `${record.name} · ${record.hint}…`}
      secondaryText={(record: RaRecord) =>
        [
          record.division.name,
          translate(`resources.tokens.states.${stateOf(record)}`),
          translate('resources.tokens.useToday', {
            count: usedSince(record.usage, todayInCounty()).operations,
          }),
        ].join(' · ')
      }
    />
  );
}

export function TokenList() {
  return (
    <ListShell
      emptyHint="resources.tokens.emptyHint"
      filters={filters}
      small={<SmallList />}
      sort={{ field: 'createdAt', order: 'DESC' }}
    >
      <RecordTable rowClick="show" hiddenColumns={['createdAt', 'owner.displayName', 'pointsPerMinute']}>
        <DataTable.Col source="name" disableSort>
          <TokenNameField />
        </DataTable.Col>
        <DataTable.Col source="division.code" disableSort>
          <DivisionField source="division" />
        </DataTable.Col>
        <DataTable.Col source="rights" disableSort>
          <RightsField />
        </DataTable.Col>
        <DataTable.Col source="lastUsedAt" disableSort>
          <LastUse />
        </DataTable.Col>
        <DataTable.Col source="usage" disableSort>
          <UseInShort />
        </DataTable.Col>
        <DataTable.Col source="pointsPerMinute" disableSort>
          <BudgetField />
        </DataTable.Col>
        <DataTable.Col source="expiresAt" field={InstantField} />
        <DataTable.Col source="owner.displayName" disableSort />
        <DataTable.Col source="createdAt" field={InstantField} />
        <DataTable.Col source="state" disableSort>
          <TokenStateField />
        </DataTable.Col>
        <DataTable.Col label="bangfu.list.actions">
          <RevokeButton />
        </DataTable.Col>
      </RecordTable>
    </ListShell>
  );
}
