import { DataTable, NumberInput, type RaRecord, SimpleList } from 'react-admin';
import { FundKind, FundStatus } from '#schema/codes/money/fund.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { MoneyField } from '../../shared/display/MoneyField.tsx';
import { formatMoney } from '../../shared/display/money.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { type FilterSet, filterList } from '../../shared/list/filters/filter-set.ts';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import type { FundFilter } from './funds.graphql.ts';

const filters: FilterSet<FundFilter> = {
  search: <SearchFilter source="search" hint="resources.funds.searchHint" alwaysOn />,
  fiscalYear: <NumberInput source="fiscalYear" min={2000} max={2100} alwaysOn />,
  kind: <CodeFilter source="kind" list={FundKind} alwaysOn />,
  divisionCode: <DivisionInput source="divisionCode" level="COUNTY" />,
  status: <CodeFilter source="status" list={FundStatus} />,
};

const filterElements = filterList(filters);

function SmallList() {
  return (
    <SimpleList
      linkType="show"
      primaryText={(record: RaRecord) => `${record.fiscalYear} · ${record.name}`}
      secondaryText={(record: RaRecord) => `${formatMoney(record.received)} → ${formatMoney(record.paid)}`}
    />
  );
}

export function FundList() {
  return (
    <ListShell
      emptyHint="resources.funds.emptyHint"
      filters={filterElements}
      small={<SmallList />}
      sort={{ field: 'fiscalYear', order: 'DESC' }}
    >
      <RecordTable rowClick="show">
        <DataTable.Col source="name">
          <RecordLink resource="funds" text="name" />
        </DataTable.Col>
        <DataTable.Col source="fiscalYear" />
        <DataTable.Col source="kind" disableSort>
          <CodeField source="kind" list={FundKind} />
        </DataTable.Col>
        {(['received', 'allocated', 'disbursed', 'paid'] as const).map((source) => (
          <DataTable.Col key={source} source={source} disableSort align="right">
            <MoneyField source={source} />
          </DataTable.Col>
        ))}
        <DataTable.Col source="status" disableSort>
          <CodeField source="status" list={FundStatus} />
        </DataTable.Col>
      </RecordTable>
    </ListShell>
  );
}
