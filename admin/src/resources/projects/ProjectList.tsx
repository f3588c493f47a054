import { DataTable, type RaRecord, SimpleList, TextField } from 'react-admin';
import { ProjectKind } from '#schema/codes/money/project.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { formatMoney } from '../../shared/display/money.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { type FilterSet, filterList } from '../../shared/list/filters/filter-set.ts';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { OrganizationInput } from '../organizations/OrganizationInput.tsx';
import { projectField } from './project-forms.tsx';
import type { ProjectFilter } from './projects.graphql.ts';

const filters: FilterSet<ProjectFilter> = {
  search: <SearchFilter source="search" hint="resources.projects.searchHint" alwaysOn />,
  divisionCode: <DivisionInput source="divisionCode" alwaysOn />,
  kind: projectField.kind.filter({ alwaysOn: true }),
  year: projectField.year.filter(),
  number: projectField.number.filter(),
  organizationId: <OrganizationInput source="organizationId" />,
};

const filterElements = filterList(filters);

function SmallList() {
  const kind = useCodeLabel(ProjectKind);
  return (
    <SimpleList
      primaryText={(record: RaRecord) => record.name}
      secondaryText={(record: RaRecord) => `${record.year} · ${kind(record.kind)} · ${record.division.name}`}
      tertiaryText={(record: RaRecord) => (record.budget ? formatMoney(record.budget) : '')}
      rowClick="show"
    />
  );
}

export function ProjectList() {
  return (
    <ListShell
      emptyHint="resources.projects.emptyHint"
      filters={filterElements}
      small={<SmallList />}
      sort={{ field: 'year', order: 'DESC' }}
    >
      <RecordTable rowClick="show">
        <DataTable.Col source="name">
          <RecordLink resource="projects" text="name" />
        </DataTable.Col>
        {projectField.number.column()}
        {projectField.kind.column({ disableSort: true })}
        {projectField.year.column()}
        <DataTable.Col source="division.code" disableSort>
          <DivisionField source="division" />
        </DataTable.Col>
        <DataTable.Col source="organization.name" disableSort field={TextField} />
        {projectField.budget.column()}
      </RecordTable>
    </ListShell>
  );
}
