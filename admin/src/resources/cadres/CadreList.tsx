import { DataTable, type RaRecord, SimpleList, TextField } from 'react-admin';
import { CadreStatus } from '#schema/codes/organization.codes.ts';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { MaskedField } from '../../shared/display/MaskedField.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { type FilterSet, filterList } from '../../shared/list/filters/filter-set.ts';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { OrganizationInput } from '../organizations/OrganizationInput.tsx';
import { CadreStatusField } from './CadreStatusField.tsx';
import type { CadreFilter } from './cadres.graphql.ts';
import { LoadBar } from './LoadBar.tsx';

const filters: FilterSet<CadreFilter> = {
  search: <SearchFilter source="search" hint="resources.cadres.searchHint" alwaysOn />,
  divisionCode: <DivisionInput source="divisionCode" alwaysOn />,
  organizationId: <OrganizationInput source="organizationId" alwaysOn />,
  status: <CodeFilter source="status" list={CadreStatus} alwaysOn />,
};

const filterElements = filterList(filters);

const inPost = { status: ['ACTIVE'] };

// react-admin greys this text below a readable contrast.
const fullInk = { '& .RaSimpleList-tertiary': { opacity: 1 } };

const small = (
  <SimpleList
    primaryText={(record: RaRecord) => record.name}
    secondaryText={(record: RaRecord) =>
      [record.organization?.name, record.jobTitle].filter(Boolean).join(' ') || record.division.name
    }
    tertiaryText={(record: RaRecord) => <LoadBar load={record.load} countyCode={record.countyCode} />}
    sx={fullInk}
    rowClick="show"
  />
);

export function CadreList() {
  const seesPairings = useHasRight('pairing.read');
  return (
    <ListShell
      emptyHint="resources.cadres.emptyHint"
      filters={filterElements}
      filterDefaultValues={inPost}
      small={small}
      sort={{ field: 'name', order: 'ASC' }}
    >
      <RecordTable hiddenColumns={['leftOn']} rowClick="show">
        <DataTable.Col source="name">
          <RecordLink resource="cadres" text="name" />
        </DataTable.Col>
        <DataTable.Col source="organization.name" disableSort field={TextField} />
        <DataTable.Col source="jobTitle" disableSort />
        <DataTable.Col source="division.code">
          <DivisionField source="division" />
        </DataTable.Col>
        <DataTable.Col source="phoneMasked" disableSort>
          <MaskedField source="phoneMasked" />
        </DataTable.Col>
        {seesPairings && (
          <DataTable.Col
            source="load"
            disableSort
            render={(record) => <LoadBar load={record.load} countyCode={record.countyCode} />}
          />
        )}
        <DataTable.Col source="status" disableSort>
          <CadreStatusField />
        </DataTable.Col>
        <DataTable.Col source="leftOn" disableSort />
      </RecordTable>
    </ListShell>
  );
}
