import { DataTable, type RaRecord, SimpleList, TextInput, useRecordContext } from 'react-admin';
import { RiskKind } from '#schema/codes/help/risk.codes.ts';
import { HouseholdCategory, HouseholdStatus } from '#schema/codes/household.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { MaskedField } from '../../shared/display/MaskedField.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionField, shortPath } from '../../shared/division/DivisionPath.tsx';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { YesNoFilter } from '../../shared/list/filters/YesNoFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { PageLink, RecordLink } from '../../shared/record/RecordLink.tsx';
import { CadrePicker } from '../../shared/record/RecordPicker.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { RecordTable } from '../../shared/table/RecordTable.tsx';

const field = (name: string) => `resources.households.fields.${name}`;

const filters = [
  <SearchFilter key="search" source="search" hint="resources.households.searchHint" alwaysOn />,
  <DivisionInput key="division" source="divisionCode" alwaysOn />,
  <CodeFilter key="category" source="category" list={HouseholdCategory} alwaysOn />,
  <CodeFilter key="status" source="status" list={HouseholdStatus} />,
  <YesNoFilter key="hasOpenRisk" source="hasOpenRisk" label={field('hasOpenRisk')} defaultValue />,
  <CodeFilter key="riskKind" source="riskKind" label={field('riskKind')} list={RiskKind} />,
  <YesNoFilter key="noPhone" source="noPhone" label={field('noPhone')} defaultValue />,
  <TextInput key="number" source="number" label={field('number')} resettable />,
];

/** For those who may read pairings; to others the server refuses to filter by them. */
const withHelpers = [
  ...filters,
  <CadrePicker key="helper" source="helper" label={field('helper')} helperText={false} />,
  <YesNoFilter key="missingHelper" source="missingHelper" label={field('missingHelper')} defaultValue />,
];

function Helper() {
  const cadre = useRecordContext()?.currentPairing?.cadre;
  return <PageLink resource="cadres" id={cadre?.id} text={cadre?.name ?? '—'} />;
}

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
      filters={seesPairings ? withHelpers : filters}
      small={<SmallList />}
      sort={{ field: 'village.code', order: 'ASC' }}
    >
      <RecordTable hiddenColumns={['number', 'status']} rowClick="show">
        <DataTable.Col source="headName">
          <RecordLink resource="households" text="headName" />
        </DataTable.Col>
        <DataTable.Col source="headIdMasked" disableSort>
          <MaskedField source="headIdMasked" />
        </DataTable.Col>
        <DataTable.Col source="village.code">
          <DivisionField source="village" />
        </DataTable.Col>
        <DataTable.Col source="category">
          <CodeField source="category" list={HouseholdCategory} />
        </DataTable.Col>
        {seesPairings && <DataTable.Col source="currentPairing.cadre.name" disableSort field={Helper} />}
        <DataTable.Col source="status" disableSort>
          <CodeField source="status" list={HouseholdStatus} />
        </DataTable.Col>
        <DataTable.NumberCol source="size" disableSort />
        <DataTable.Col source="number" disableSort />
      </RecordTable>
    </ListShell>
  );
}
