import { Box } from '@mui/material';
import {
  DataTable,
  FunctionField,
  type RaRecord,
  SelectInput,
  SimpleList,
  useListContext,
  useTranslate,
} from 'react-admin';
import { DutyStatus } from '#schema/codes/help/duty.codes.ts';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { DayField } from '../../shared/display/TimeFields.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionField, shortPath } from '../../shared/division/DivisionPath.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { HouseholdLink } from '../../shared/record/HouseholdLink.tsx';
import { CadrePicker, HouseholdPicker } from '../../shared/record/RecordPicker.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { LogVisitButton } from '../visits/VisitsOfHousehold.tsx';
import { DutyOutcome } from './DutyOutcome.tsx';
import { DutyStatusChip } from './DutyStatusChip.tsx';
import type { DutyRecord } from './duties.graphql.ts';
import { ExcuseButton, isOpen } from './ExcuseButton.tsx';
import { ExcuseSelectedButton } from './ExcuseSelectedButton.tsx';
import { NoDuties } from './NoDuties.tsx';
import { currentQuarter, usePeriodChoices, usePeriodName } from './periods.ts';

const key = 'resources.duties';

function PeriodFilter({ source }: { source: string; alwaysOn?: boolean }) {
  const { filterValues } = useListContext();
  return (
    <SelectInput
      source={source}
      label={`${key}.fields.period`}
      choices={usePeriodChoices(filterValues.period)}
      translateChoice={false}
      helperText={false}
      emptyText={false}
      sx={{ minWidth: 190 }}
    />
  );
}

const OVERDUE = [
  { id: true, name: `${key}.overdueChoice.yes` },
  { id: false, name: `${key}.overdueChoice.no` },
];

const filters = [
  <PeriodFilter key="period" source="period" alwaysOn />,
  <DivisionInput key="division" source="divisionCode" helperText={false} alwaysOn />,
  <CodeFilter key="status" source="status" list={DutyStatus} alwaysOn />,
  <SelectInput
    key="overdue"
    source="overdue"
    label={`${key}.fields.overdue`}
    choices={OVERDUE}
    helperText={false}
    alwaysOn
  />,
  <CadrePicker key="cadre" source="cadre" label={`${key}.fields.cadre`} helperText={false} />,
  <HouseholdPicker key="household" source="household" label={`${key}.fields.household`} helperText={false} />,
];

const isDuty = (record: object): record is DutyRecord => 'isOverdue' in record;

function Verbs({ duty }: { duty: DutyRecord }) {
  if (!duty.household) return null;
  const canLog = duty.status === 'DUE' || duty.status === 'MISSED';
  return (
    <Box sx={{ display: 'flex', gap: 1, '& .MuiButton-root': { whiteSpace: 'nowrap' } }}>
      {canLog && <LogVisitButton householdId={duty.household.id} isPlain />}
      <ExcuseButton duty={duty} />
    </Box>
  );
}

/** A duty on a card, where there is no room for a table. */
function SmallDuty({ duty }: { duty: DutyRecord }) {
  const periodName = usePeriodName();
  const village = duty.household?.village;
  return (
    <Box sx={{ display: 'grid', gap: 0.5, py: 1, width: '100%' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
        <HouseholdLink household={duty.household} />
        <DutyStatusChip status={duty.status} isOverdue={duty.isOverdue} />
      </Box>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {[village && shortPath(village), periodName(duty.period), duty.cadre?.name]
          .filter(Boolean)
          .join(' · ')}
      </Box>
      <span>
        <DutyOutcome duty={duty} />
      </span>
      <Verbs duty={duty} />
    </Box>
  );
}

const small = (
  <SimpleList
    linkType={false}
    primaryText={(record: RaRecord) => isDuty(record) && <SmallDuty duty={record} />}
  />
);

function Overdue({ duty }: { duty: { isOverdue: boolean } }) {
  const translate = useTranslate();
  return duty.isOverdue ? translate(`${key}.overdue`) : '—';
}

const oneLine = { whiteSpace: 'nowrap' } as const;

/** Names in other scripts may be long: they wrap before the table grows wider than the screen. */
const nameOfPerson = { minWidth: '5em', maxWidth: '11em', overflowWrap: 'anywhere' } as const;

const bulkActions = <ExcuseSelectedButton />;

export function DutyList() {
  const mayExcuse = useHasRight('duty.excuse');
  const mayLog = useHasRight('visit.write');
  const periodName = usePeriodName();
  return (
    <ListShell
      emptyHint={`${key}.emptyHint`}
      filters={filters}
      filterDefaultValues={{ period: currentQuarter() }}
      small={small}
      smallEmpty={<NoDuties />}
      sort={{ field: 'dueOn', order: 'ASC' }}
    >
      <RecordTable
        empty={<NoDuties />}
        bulkActionButtons={mayExcuse && bulkActions}
        isRowSelectable={(record) => isDuty(record) && isOpen(record)}
      >
        <DataTable.Col source="household.headName" disableSort sx={nameOfPerson}>
          <FunctionField render={(record) => <HouseholdLink household={record.household} />} />
        </DataTable.Col>
        <DataTable.Col source="household.village.code">
          <DivisionField source="household.village" />
        </DataTable.Col>
        <DataTable.Col source="cadre.name" disableSort sx={nameOfPerson} />
        <DataTable.Col
          source="period"
          disableSort
          sx={oneLine}
          render={(record) => periodName(record.period)}
        />
        <DataTable.Col source="dueOn" field={DayField} />
        <DataTable.Col source="status">
          <FunctionField
            render={(record) => <DutyStatusChip status={record.status} isOverdue={record.isOverdue} />}
          />
        </DataTable.Col>
        <DataTable.Col source="isOverdue" label={`${key}.fields.overdue`} sx={oneLine}>
          <FunctionField render={(record) => <Overdue duty={record} />} />
        </DataTable.Col>
        <DataTable.Col
          source="visit"
          disableSort
          render={(record) => isDuty(record) && <DutyOutcome duty={record} />}
        />
        {(mayLog || mayExcuse) && (
          <DataTable.Col
            label="bangfu.list.actions"
            disableSort
            render={(record) => isDuty(record) && <Verbs duty={record} />}
          />
        )}
      </RecordTable>
    </ListShell>
  );
}
