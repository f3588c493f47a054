import SwapHoriz from '@mui/icons-material/SwapHoriz';
import { Typography } from '@mui/material';
import { DateInput, required, TextInput, useListContext, useTranslate } from 'react-admin';
import { todayInCounty } from '../../shared/display/today.ts';
import { notInForm } from '../../shared/form/form-fields.ts';
import { countyOfId } from '../../shared/record/global-id.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { CadreInput } from '../cadres/CadreInput.tsx';
import { PairingsById } from './AffectedPairings.tsx';
import { transferPairings } from './pairings.graphql.ts';
import { TransferResults } from './TransferResults.tsx';

const MOST_AT_ONCE = 250;

interface TransferButtonProps {
  pairingIds: readonly string[];
  variant?: 'contained' | 'text';
  /** Called after the results have been shown. */
  onDone?: () => void;
}

/** Transfers pairings to one cadre: lists them before, and shows a result for each until it is closed. */
export function TransferButton({ pairingIds, onDone, variant = 'contained' }: TransferButtonProps) {
  const translate = useTranslate();
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
        send={transferPairings}
        given={{ pairingIds: [...pairingIds] }}
        fields={{
          role: notInForm,
          toCadre: (source) => (
            <CadreInput
              source={source}
              label="resources.pairings.fields.toCadre"
              countyCode={countyOfId(pairingIds[0])}
              adding={pairingIds.length}
              validate={required()}
            />
          ),
          effectiveOn: (source) => (
            <DateInput
              source={source}
              label="resources.pairings.fields.effectiveOn"
              helperText="resources.pairings.transfer.effectiveHint"
              validate={required()}
            />
          ),
          reason: (source) => (
            <TextInput source={source} label="resources.pairings.fields.reason" validate={required()} />
          ),
          handOverNote: (source) => (
            <TextInput
              source={source}
              label="resources.pairings.fields.handOverNote"
              helperText="resources.pairings.transfer.noteHint"
              multiline
              minRows={3}
            />
          ),
        }}
        defaultValues={{ effectiveOn: todayInCounty() }}
        result={(transfer) => (close) => <TransferResults transfer={transfer} onClose={close} />}
        onDone={() => {
          onDone?.();
          return undefined;
        }}
        disabled={tooMany || pairingIds.length === 0}
        variant={variant}
      >
        <PairingsById ids={pairingIds} />
      </VerbButton>
    </>
  );
}

export function TransferSelectedButton() {
  const { selectedIds, onUnselectItems } = useListContext();
  return <TransferButton pairingIds={selectedIds.map(String)} onDone={() => onUnselectItems()} />;
}
