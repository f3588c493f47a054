import { AutocompleteInput, NumberInput, type RaRecord, ReferenceInput, SimpleList } from 'react-admin';
import { FundLevel } from '#schema/codes/money/document.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { formatMoney } from '../../shared/display/money.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { type FilterSet, filterList } from '../../shared/list/filters/filter-set.ts';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { YesNoFilter } from '../../shared/list/filters/YesNoFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { FundLineTable } from './FundLineTable.tsx';
import type { FundLineFilter } from './fund-lines.graphql.ts';
import { LineVerbs } from './LineVerbs.tsx';
import { lineField } from './line-fields.tsx';

const bySearch = (search: string) => (search ? { search } : {});

const reference = (source: string, to: string, text: string) => (
  <ReferenceInput source={source} reference={to}>
    <AutocompleteInput label={fieldLabel('fund-lines', source)} optionText={text} filterToQuery={bySearch} />
  </ReferenceInput>
);

const filters: FilterSet<FundLineFilter> = {
  search: <SearchFilter source="search" hint="resources.fund-lines.searchHint" alwaysOn />,
  level: lineField.level.filter({ alwaysOn: true }),
  budgetYear: <NumberInput source="budgetYear" min={2000} max={2100} alwaysOn />,
  reissue: lineField.reissue.filter({ alwaysOn: true }),
  needsReduction: <YesNoFilter source="needsReduction" defaultValue />,
  isDirect: lineField.isDirect.filter(),
  isPosted: lineField.isPosted.filter(),
  fundId: reference('fundId', 'funds', 'name'),
  documentId: reference('documentId', 'fund-documents', 'number'),
  divisionCode: <DivisionInput source="divisionCode" level="COUNTY" />,
};

const filterElements = filterList(filters);

function SmallList() {
  const level = useCodeLabel(FundLevel);
  return (
    <SimpleList
      primaryText={(record: RaRecord) => `${record.document?.number ?? ''} · ${level(record.level)}`}
      secondaryText={(record: RaRecord) => record.task ?? '—'}
      tertiaryText={(record: RaRecord) => formatMoney(record.amount)}
      rightIcon={() => <LineVerbs />}
      rowClick={false}
    />
  );
}

export function FundLineList() {
  return (
    <ListShell
      emptyHint="resources.fund-lines.emptyHint"
      filters={filterElements}
      small={<SmallList />}
      sort={{ field: 'amount', order: 'DESC' }}
    >
      <FundLineTable />
    </ListShell>
  );
}
