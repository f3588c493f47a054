import { Box, Typography } from '@mui/material';
import type { MouseEvent } from 'react';
import { DateInput, type Identifier, required, TextInput, useTranslate } from 'react-admin';
import { PairingEndReason } from '#schema/codes/help/pairing.codes.ts';
import { CodeInput } from '../../shared/codes/CodeInput.tsx';
import { todayInCounty } from '../../shared/display/today.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { endPairing } from './pairings.graphql.ts';

// The row below may react to clicks, which bubble up through the dialog.
const stay = (event: MouseEvent) => event.stopPropagation();

interface EndPairingButtonProps {
  pairing: { id: Identifier };
  /** The household's head. */
  name: string;
}

/** For a pairing that nobody takes over; a change of helper is a transfer. */
export function EndPairingButton({ pairing, name }: EndPairingButtonProps) {
  const translate = useTranslate();
  const today = todayInCounty();
  return (
    <Box onClick={stay} sx={{ display: 'inline-flex' }}>
      <VerbButton
        label="resources.pairings.end.label"
        title={translate('resources.pairings.end.title', { name })}
        operation={`endPairing ${pairing.id}`}
        send={endPairing}
        given={{ pairingId: String(pairing.id) }}
        fields={{
          endedOn: (source) => (
            <DateInput source={source} label="resources.pairings.end.endedOn" validate={required()} />
          ),
          reason: (source) => (
            <CodeInput
              source={source}
              label="resources.pairings.end.reason"
              list={PairingEndReason}
              validate={required()}
            />
          ),
          note: (source) => (
            <TextInput source={source} label="resources.pairings.fields.note" multiline minRows={2} />
          ),
        }}
        defaultValues={{ endedOn: today }}
        success="resources.pairings.end.done"
        variant="text"
      >
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {translate('resources.pairings.end.lead')}
        </Typography>
      </VerbButton>
    </Box>
  );
}
