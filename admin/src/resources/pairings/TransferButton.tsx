import SwapHoriz from '@mui/icons-material/SwapHoriz';
import { Typography } from '@mui/material';
import { useState } from 'react';
import { DateInput, required, TextInput, useListContext, useTranslate } from 'react-admin';
import { todayInCounty } from '../../shared/display/today.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { CadreInput } from '../cadres/CadreInput.tsx';
import { type Transfer, transferPairings } from './pairings.graphql.ts';
import { TransferResults } from './TransferResults.tsx';

const MOST_AT_ONCE = 250;

interface TransferButtonProps {
  pairingIds: readonly string[];
  variant?: 'contained' | 'text';
  /** When the results have been read. */
  onClose?: () => void;
}

/** A global id carries the county of its record. */
const countyOf = (id: string | undefined) => id?.split(':')[1];

/** Hands pairings over to one cadre; what became of each is shown until it is put away. */
export function TransferButton({ pairingIds, onClose, variant = 'contained' }: TransferButtonProps) {
  const translate = useTranslate();
  const [transfer, setTransfer] = useState<Transfer>();
  if (transfer) {
    const close = () => {
      setTransfer(undefined);
      onClose?.();
    };
    return <TransferResults transfer={transfer} onClose={close} />;
  }
  const tooMany = pairingIds.length > MOST_AT_ONCE;
  return (
    <>
      {tooMany && (
        <Typography variant="body2" role="status" sx={{ alignSelf: 'center', mr: 1 }}>
          {translate('resources.pairings.transfer.tooMany')}
        </Typography>
      )}
      <VerbButton
        label="resources.pairings.transfer.label"
        title={translate('resources.pairings.transfer.title', { smart_count: pairingIds.length })}
        icon={<SwapHoriz />}
        operation={`transferPairings ${pairingIds.join()}`}
        run={(input) => transferPairings({ ...input, pairingIds })}
        defaultValues={{ effectiveOn: todayInCounty() }}
        onDone={(result) => {
          setTransfer(result);
          return false;
        }}
        disabled={tooMany || pairingIds.length === 0}
        variant={variant}
      >
        <CadreInput
          source="toCadre"
          label="resources.pairings.fields.toCadre"
          countyCode={countyOf(pairingIds[0])}
          validate={required()}
        />
        <DateInput
          source="effectiveOn"
          label="resources.pairings.fields.effectiveOn"
          helperText="resources.pairings.transfer.effectiveHint"
          validate={required()}
        />
        <TextInput source="reason" label="resources.pairings.fields.reason" validate={required()} />
        <TextInput
          source="handOverNote"
          label="resources.pairings.fields.handOverNote"
          helperText="resources.pairings.transfer.noteHint"
          multiline
          minRows={3}
        />
      </VerbButton>
    </>
  );
}

export function TransferSelectedButton() {
  const { selectedIds, onUnselectItems } = useListContext();
  return <TransferButton pairingIds={selectedIds.map(String)} onClose={() => onUnselectItems()} />;
}
