import { Typography } from '@mui/material';
import { DataTable, type RaRecord, SimpleList, Title, useRecordContext, useTranslate } from 'react-admin';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionField, shortPath } from '../../shared/division/DivisionPath.tsx';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { AssignButton } from './AssignButton.tsx';
import { NoGaps } from './NoGaps.tsx';
import { PairingTabs } from './PairingTabs.tsx';

const filters = [
  <SearchFilter key="search" source="search" hint="resources.households.searchHint" alwaysOn />,
  <DivisionInput key="division" source="divisionCode" alwaysOn />,
  <CodeFilter key="category" source="category" list={HouseholdCategory} alwaysOn />,
];

const gaps = { missingHelper: true };

function Assign() {
  const household = useRecordContext<{ id: string; headName: string }>();
  return household ? <AssignButton household={household} /> : null;
}

function SmallList() {
  const category = useCodeLabel(HouseholdCategory);
  return (
    <SimpleList
      primaryText={(record: RaRecord) => record.headName}
      secondaryText={(record: RaRecord) => `${shortPath(record.village)} · ${category(record.category)}`}
      rowClick="show"
    />
  );
}

/** Households with duties and no helper. */
export function GapList() {
  const translate = useTranslate();
  const mayPair = useHasRight('pairing.write');
  return (
    <>
      <PairingTabs value="/pairings/gaps" />
      <Title title={translate('resources.pairings.gaps.title')} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('resources.pairings.gaps.hint')}
      </Typography>
      <ListShell
        resource="households"
        title={false}
        storeKey="pairings.gaps.listParams"
        filter={gaps}
        filters={filters}
        canCreate={false}
        empty={<NoGaps />}
        small={<SmallList />}
        smallEmpty={<NoGaps />}
        sort={{ field: 'village.code', order: 'ASC' }}
      >
        <RecordTable rowClick="show" storeKey="gaps.table" empty={<NoGaps />}>
          <DataTable.Col source="headName">
            <RecordLink resource="households" text="headName" />
          </DataTable.Col>
          <DataTable.Col source="village.code">
            <DivisionField source="village" />
          </DataTable.Col>
          <DataTable.Col source="category">
            <CodeField source="category" list={HouseholdCategory} />
          </DataTable.Col>
          <DataTable.NumberCol source="size" disableSort />
          {mayPair && <DataTable.Col label="bangfu.list.actions" field={Assign} />}
        </RecordTable>
      </ListShell>
    </>
  );
}
