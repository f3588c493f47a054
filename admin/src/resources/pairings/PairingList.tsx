import {
  AutocompleteInput,
  type RaRecord,
  ReferenceInput,
  SelectInput,
  SimpleList,
  useTranslate,
} from 'react-admin';
import { PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { DateRangeInput } from '../../shared/dates/DateRangeInput.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { shortPath } from '../../shared/division/DivisionPath.tsx';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { PairingTable } from './PairingTable.tsx';
import { PairingTabs } from './PairingTabs.tsx';

const toQuery = (search: string) => ({ search });

/** Includes former helpers: their pairings are history. */
function CadreFilter({ source }: { source: string; alwaysOn?: boolean }) {
  return (
    <ReferenceInput source={source} reference="cadres" sort={{ field: 'name', order: 'ASC' }}>
      <AutocompleteInput
        label="resources.pairings.fields.cadre"
        optionText={(cadre: RaRecord) => [cadre.name, cadre.organization?.name].filter(Boolean).join(' · ')}
        filterToQuery={toQuery}
        sx={{ minWidth: 200 }}
      />
    </ReferenceInput>
  );
}

const STATES = [
  { id: true, name: 'resources.pairings.state.running' },
  { id: false, name: 'resources.pairings.state.ended' },
];

const filters = [
  <SearchFilter key="search" source="search" hint="resources.pairings.searchHint" alwaysOn />,
  <DivisionInput key="division" source="divisionCode" alwaysOn />,
  <CadreFilter key="cadre" source="cadre" alwaysOn />,
  <SelectInput key="running" source="running" choices={STATES} alwaysOn />,
  <CodeFilter key="role" source="role" list={PairingRole} />,
  <DateRangeInput key="started" source="started" label="resources.pairings.fields.started" />,
];

const running = { running: true };
const hiddenColumns = ['endedOn', 'endReason', 'reason', 'handOverNote', 'household.category'];

function SmallList() {
  const translate = useTranslate();
  const role = useCodeLabel(PairingRole);
  return (
    <SimpleList
      primaryText={(pairing: RaRecord) =>
        `${pairing.household?.headName ?? '—'} ← ${pairing.cadre?.name ?? '—'}`
      }
      secondaryText={(pairing: RaRecord) =>
        [
          pairing.household && shortPath(pairing.household.village),
          role(pairing.role),
          pairing.endedOn ? translate('resources.pairings.state.ended') : pairing.startedOn,
        ]
          .filter(Boolean)
          .join(' · ')
      }
      rowClick={(_id, _resource, pairing) =>
        pairing.household ? `/households/${encodeURIComponent(pairing.household.id)}/show` : false
      }
    />
  );
}

export function PairingList() {
  return (
    <>
      <PairingTabs value="/pairings" />
      <ListShell
        emptyHint="resources.pairings.emptyHint"
        filters={filters}
        filterDefaultValues={running}
        small={<SmallList />}
        sort={{ field: 'startedOn', order: 'DESC' }}
      >
        <PairingTable hiddenColumns={hiddenColumns} />
      </ListShell>
    </>
  );
}
