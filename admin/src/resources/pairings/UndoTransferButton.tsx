import Undo from '@mui/icons-material/Undo';
import { Alert, Box } from '@mui/material';
import type { MouseEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useLang } from '../../shared/codes/codes.ts';
import { StatusChip } from '../../shared/display/StatusChip.tsx';
import { dayInCounty, todayInCounty } from '../../shared/display/today.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { RowTable } from '../../shared/table/RowTable.tsx';
import { Notices } from '../../shared/verb/Notices.tsx';
import { ResultDialog } from '../../shared/verb/ResultDialog.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { PairingsById } from './AffectedPairings.tsx';
import { type Undone, undoTransfer } from './pairings.graphql.ts';

const key = 'resources.pairings.undo';

interface UndoResultsProps {
  undone: Undone;
  /** Head of the household, by the pairing to undo. */
  nameOf: (pairingId: string) => string | undefined;
  onClose: () => void;
}

function UndoResults({ undone, nameOf, onClose }: UndoResultsProps) {
  const translate = useTranslate();
  const lang = useLang();
  const failed = undone.results.length - undone.undone;
  return (
    <ResultDialog title={`${key}.results`} onClose={onClose}>
      <Alert severity={failed === 0 ? 'success' : 'warning'} sx={{ mb: 1 }}>
        {translate(`${key}.summary`, { done: undone.undone, failed })}
      </Alert>
      <Notices notices={undone.warnings} />
      <RowTable
        rows={[...undone.results].sort((a, b) => Number(a.ok) - Number(b.ok))}
        keyOf={({ pairingId }) => pairingId}
        label={`${key}.results`}
        empty={`${key}.results`}
        columns={[
          {
            key: 'household',
            label: 'resources.pairings.fields.household.headName',
            isName: true,
            cell: ({ pairing, pairingId }) => pairing?.household?.headName ?? nameOf(pairingId) ?? '—',
          },
          {
            key: 'cadre',
            label: 'resources.pairings.fields.cadre.name',
            cell: ({ pairing }) => pairing?.cadre?.name ?? '—',
          },
          {
            key: 'outcome',
            label: 'resources.pairings.transfer.outcome',
            cell: ({ ok, error }) =>
              ok ? (
                <StatusChip tone="good" label={translate(`${key}.ok`)} />
              ) : (
                <StatusChip tone="bad" label={error?.[lang] ?? ''} />
              ),
          },
        ]}
      />
    </ResultDialog>
  );
}

interface Transferred {
  endedOn: string | null;
  createdAt: string;
  former: object | null;
}

/** A transfer of today that still stands; the server knows whether later records depend on it. */
export const isUndoable = ({ endedOn, createdAt, former }: Transferred): boolean =>
  endedOn === null && former !== null && dayInCounty(createdAt) === todayInCounty();

interface UndoTransferButtonProps {
  /** The pairings that the transfer made. */
  pairings: readonly { id: string; headName: string | undefined }[];
  variant?: 'outlined' | 'text';
  onDone?: () => void;
}

// The row below may react to clicks, which bubble up through the dialog.
const stay = (event: MouseEvent) => event.stopPropagation();

/** Undoes a transfer of today. */
export function UndoTransferButton({ pairings, variant = 'outlined', onDone }: UndoTransferButtonProps) {
  const mayUndo = useHasRight('pairing.undo');
  if (!mayUndo || pairings.length === 0) return null;
  const pairingIds = pairings.map(({ id }) => id);
  const nameOf = (id: string) => pairings.find((pairing) => pairing.id === id)?.headName;
  return (
    <Box onClick={stay} sx={{ display: 'inline-flex' }}>
      <VerbButton
        label={`${key}.label`}
        icon={<Undo />}
        operation={`undoTransfer ${pairingIds.join()}`}
        send={undoTransfer}
        given={{ pairingIds }}
        fields={{}}
        lead={`${key}.lead`}
        variant={variant}
        result={(undone) => (close) => <UndoResults undone={undone} nameOf={nameOf} onClose={close} />}
        onDone={() => {
          onDone?.();
          return undefined;
        }}
      >
        <PairingsById ids={pairingIds} />
      </VerbButton>
    </Box>
  );
}
