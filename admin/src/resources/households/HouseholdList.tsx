import { type RaRecord, SimpleList } from 'react-admin';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { shortPath } from '../../shared/division/DivisionPath.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { columnsFor, filtersFor } from './fields.tsx';

function SmallList() {
  const category = useCodeLabel(HouseholdCategory);
  return (
    <SimpleList
      primaryText={(record: RaRecord) => record.headName}
      secondaryText={(record: RaRecord) => `${shortPath(record.village)} · ${category(record.category)}`}
    />
  );
}

export function HouseholdList() {
  const seesPairings = useHasRight('pairing.read');
  return (
    <ListShell
      emptyHint="resources.households.emptyHint"
      filters={filtersFor(seesPairings)}
      small={<SmallList />}
      sort={{ field: 'village.code', order: 'ASC' }}
    >
      <RecordTable hiddenColumns={['number', 'status']} rowClick="show">
        {columnsFor(seesPairings)}
      </RecordTable>
    </ListShell>
  );
}
