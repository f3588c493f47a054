import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import {
  BulkActionsToolbar,
  DataTable,
  type RaRecord,
  SelectAllButton,
  useCreatePath,
  useRecordContext,
} from 'react-admin';
import { PairingEndReason, PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { DayField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { PageLink } from '../../shared/record/RecordLink.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { EndPairingButton } from './EndPairingButton.tsx';
import { TransferSelectedButton } from './TransferButton.tsx';
import { isUndoable, UndoTransferButton } from './UndoTransferButton.tsx';

interface PairingTableProps {
  /** For a cadre's page, where the helper is known. */
  withoutCadre?: boolean;
  hiddenColumns?: string[];
  empty?: ReactNode;
  storeKey?: string;
}

const MOST_SELECTED = 100;

const selection = (
  <BulkActionsToolbar selectAllButton={<SelectAllButton limit={MOST_SELECTED} />}>
    <TransferSelectedButton />
  </BulkActionsToolbar>
);

const isRunning = (pairing: RaRecord) => pairing.endedOn === null;

function Actions() {
  const pairing = useRecordContext();
  if (!pairing || !isRunning(pairing)) return null;
  const headName = pairing.household?.headName ?? '';
  const { createdAt, endedOn, former = null } = pairing;
  return (
    <Box sx={{ display: 'flex', '& .MuiButton-root': { whiteSpace: 'nowrap' } }}>
      {isUndoable({ createdAt, endedOn, former }) && (
        <UndoTransferButton pairings={[{ id: String(pairing.id), headName }]} variant="text" />
      )}
      <EndPairingButton pairing={pairing} name={headName} />
    </Box>
  );
}

function Household() {
  const pairing = useRecordContext();
  return (
    <PageLink resource="households" id={pairing?.household?.id} text={pairing?.household?.headName ?? '—'} />
  );
}

function Helper() {
  const pairing = useRecordContext();
  return <PageLink resource="cadres" id={pairing?.cadre?.id} text={pairing?.cadre?.name ?? '—'} />;
}

/** Pairings of a list or of a cadre; users who may pair can select them and transfer them. */
export function PairingTable({ withoutCadre = false, ...rest }: PairingTableProps) {
  const mayPair = useHasRight('pairing.write');
  const createPath = useCreatePath();
  return (
    <RecordTable
      bulkActionButtons={mayPair ? <TransferSelectedButton /> : false}
      bulkActionsToolbar={mayPair ? selection : undefined}
      isRowSelectable={isRunning}
      rowClick={(_id, _resource, pairing) =>
        pairing.household
          ? createPath({ resource: 'households', id: pairing.household.id, type: 'show' })
          : false
      }
      {...rest}
    >
      <DataTable.Col source="household.headName" disableSort field={Household} />
      <DataTable.Col source="household.village.code">
        <DivisionField source="household.village" />
      </DataTable.Col>
      <DataTable.Col source="household.category" disableSort>
        <CodeField source="household.category" list={HouseholdCategory} />
      </DataTable.Col>
      {!withoutCadre && <DataTable.Col source="cadre.name" disableSort field={Helper} />}
      {!withoutCadre && <DataTable.Col source="cadre.organization.name" disableSort />}
      <DataTable.Col source="role" disableSort>
        <CodeField source="role" list={PairingRole} />
      </DataTable.Col>
      <DataTable.Col source="startedOn" field={DayField} />
      <DataTable.Col source="endedOn" field={DayField} />
      <DataTable.Col source="endReason" disableSort>
        <CodeField source="endReason" list={PairingEndReason} />
      </DataTable.Col>
      <DataTable.Col source="reason" disableSort />
      <DataTable.Col source="handOverNote" disableSort />
      {mayPair && <DataTable.Col label="bangfu.list.actions" field={Actions} />}
    </RecordTable>
  );
}
