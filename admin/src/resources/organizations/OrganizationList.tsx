import type { MouseEvent } from 'react';
import { DataTable, Link, type RaRecord, SimpleList, useRecordContext, useTranslate } from 'react-admin';
import { OrganizationLevel } from '#schema/codes/organization.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { type FilterSet, filterList } from '../../shared/list/filters/filter-set.ts';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import type { OrganizationFilter } from './organizations.graphql.ts';

const filters: FilterSet<OrganizationFilter> = {
  search: <SearchFilter source="search" hint="resources.organizations.searchHint" alwaysOn />,
  level: <CodeFilter source="level" list={OrganizationLevel} alwaysOn />,
  divisionCode: <DivisionInput source="divisionCode" level="COUNTY" />,
};

const filterElements = filterList(filters);

const stay = (event: MouseEvent) => event.stopPropagation();

/** A link to the list of these cadres, former ones included. */
function CadresLink() {
  const record = useRecordContext();
  if (!record) return null;
  const filter = encodeURIComponent(JSON.stringify({ organizationId: record.id }));
  return (
    <Link to={`/cadres?filter=${filter}`} onClick={stay}>
      {record.cadreCount}
    </Link>
  );
}

function SmallList({ rowClick }: { rowClick: 'edit' | false }) {
  const translate = useTranslate();
  const level = useCodeLabel(OrganizationLevel);
  return (
    <SimpleList
      primaryText={(record: RaRecord) => record.name}
      secondaryText={(record: RaRecord) =>
        `${level(record.level)} · ${translate('resources.organizations.fields.cadreCount')} ${record.cadreCount}`
      }
      rowClick={rowClick}
    />
  );
}

export function OrganizationList() {
  const rowClick = useHasRight('organization.write') ? 'edit' : false;
  return (
    <ListShell
      emptyHint="resources.organizations.emptyHint"
      filters={filterElements}
      small={<SmallList rowClick={rowClick} />}
      sort={{ field: 'name', order: 'ASC' }}
    >
      <RecordTable rowClick={rowClick}>
        <DataTable.Col source="name" />
        <DataTable.Col source="level">
          <CodeField source="level" list={OrganizationLevel} />
        </DataTable.Col>
        <DataTable.Col source="county.name" disableSort />
        <DataTable.NumberCol source="cadreCount" disableSort field={CadresLink} />
      </RecordTable>
    </ListShell>
  );
}
