import { Alert } from '@mui/material';
import { type RaRecord, useGetMany, useTranslate } from 'react-admin';
import { useLang } from '../../shared/codes/codes.ts';
import { StatusChip } from '../../shared/display/StatusChip.tsx';
import { DivisionPath } from '../../shared/division/DivisionPath.tsx';
import { RowTable } from '../../shared/table/RowTable.tsx';
import { Notices } from '../../shared/verb/Notices.tsx';
import { ResultDialog } from '../../shared/verb/ResultDialog.tsx';
import type { Transfer } from './pairings.graphql.ts';
import { UndoTransferButton } from './UndoTransferButton.tsx';

interface TransferResultsProps {
  transfer: Transfer;
  onClose: () => void;
}

type Result = Transfer['results'][number];

/** Refused ones first: they still need attention. */
const refusedFirst = (a: Result, b: Result) => Number(a.ok) - Number(b.ok);

export function TransferResults({ transfer, onClose }: TransferResultsProps) {
  const translate = useTranslate();
  const lang = useLang();
  const { results, transferred, warnings } = transfer;
  const { data: pairings } = useGetMany('pairings', { ids: results.map(({ pairingId }) => pairingId) });
  const household = (result: Result): RaRecord | undefined =>
    pairings?.find((pairing) => pairing?.id === result.pairingId)?.household;
  const made = results.flatMap((result) =>
    result.pairing ? { id: result.pairing.id, headName: household(result)?.headName } : [],
  );
  return (
    <ResultDialog
      title="resources.pairings.transfer.results"
      onClose={onClose}
      actions={<UndoTransferButton pairings={made} variant="text" onDone={onClose} />}
    >
      <Alert severity={transferred === results.length ? 'success' : 'warning'} sx={{ mb: 1 }}>
        {translate('resources.pairings.transfer.summary', {
          done: transferred,
          failed: results.length - transferred,
        })}
      </Alert>
      <Notices notices={warnings} />
      <RowTable
        rows={[...results].sort(refusedFirst)}
        keyOf={(result) => result.pairingId}
        label="resources.pairings.transfer.results"
        empty="resources.pairings.transfer.results"
        columns={[
          {
            key: 'household',
            label: 'resources.pairings.fields.household.headName',
            isName: true,
            cell: (result) => household(result)?.headName ?? '…',
          },
          {
            key: 'village',
            label: 'resources.pairings.fields.household.village.code',
            cell: (result) => <DivisionPath division={household(result)?.village} />,
          },
          {
            key: 'outcome',
            label: 'resources.pairings.transfer.outcome',
            cell: ({ ok, error }) =>
              ok ? (
                <StatusChip tone="good" label={translate('resources.pairings.transfer.ok')} />
              ) : (
                <StatusChip tone="bad" label={error?.[lang] ?? ''} />
              ),
          },
        ]}
      />
    </ResultDialog>
  );
}
