import { DataTable, NumberInput, type RaRecord, SimpleList } from 'react-admin';
import { MoneyField } from '../../shared/display/MoneyField.tsx';
import { formatMoney } from '../../shared/display/money.ts';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { type FilterSet, filterList } from '../../shared/list/filters/filter-set.ts';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { documentField } from './document-forms.tsx';
import type { FundDocumentFilter } from './fund-documents.graphql.ts';

const filters: FilterSet<FundDocumentFilter> = {
  search: <SearchFilter source="search" hint="resources.fund-documents.searchHint" alwaysOn />,
  budgetYear: <NumberInput source="budgetYear" min={2000} max={2100} alwaysOn />,
  kind: documentField.kind.filter({ alwaysOn: true }),
  isEarly: documentField.isEarly.filter(),
  divisionCode: <DivisionInput source="divisionCode" level="COUNTY" />,
};

const filterElements = filterList(filters);

function SmallList() {
  return (
    <SimpleList
      rowClick="show"
      primaryText={(record: RaRecord) => record.number}
      secondaryText={(record: RaRecord) => record.title}
      tertiaryText={(record: RaRecord) => formatMoney(record.total)}
    />
  );
}

export function FundDocumentList() {
  return (
    <ListShell
      emptyHint="resources.fund-documents.emptyHint"
      filters={filterElements}
      small={<SmallList />}
      sort={{ field: 'issuedOn', order: 'DESC' }}
    >
      <RecordTable rowClick="show" hiddenColumns={['recordedBy', 'recordedAt']}>
        <DataTable.Col source="number">
          <RecordLink resource="fund-documents" text="number" />
        </DataTable.Col>
        {documentField.title.column({ disableSort: true })}
        {documentField.kind.column({ disableSort: true })}
        {documentField.issuedOn.column()}
        {documentField.receivedOn.column()}
        <DataTable.NumberCol source="budgetYear" options={{ useGrouping: false }} />
        {documentField.isEarly.column({ disableSort: true })}
        <DataTable.NumberCol source="lineCount" disableSort />
        <DataTable.Col source="total" disableSort align="right">
          <MoneyField source="total" />
        </DataTable.Col>
        <DataTable.NumberCol source="openReissues" disableSort />
        <DataTable.Col source="recordedBy" disableSort />
        <DataTable.Col source="recordedAt" disableSort field={InstantField} />
      </RecordTable>
    </ListShell>
  );
}
