import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import { Alert, Typography } from '@mui/material';
import { useState } from 'react';
import { required, TextInput, useTranslate } from 'react-admin';
import { PersonalField } from '#schema/codes/settings.codes.ts';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { useHasRight } from '../../../shared/rights/useRights.ts';
import { ResultDialog } from '../../../shared/verb/ResultDialog.tsx';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import { revealPersonalData } from './reveal.graphql.ts';

interface RevealButtonProps {
  /** A household, a member or a cadre. */
  id: string;
  field: PersonalField;
  name: string;
  /** Only an icon beside the number. */
  compact?: boolean;
}

/** Shows the unmasked number for a reason that is audited; it is kept in this dialog and nowhere else. */
export function RevealButton({ id, field, name, compact }: RevealButtonProps) {
  const translate = useTranslate();
  const label = useCodeLabel(PersonalField);
  const mayReveal = useHasRight('personal.reveal');
  const [shown, setShown] = useState<{ value: string | null }>();
  if (!mayReveal) return null;
  const what = { name, field: label(field) };
  if (shown) {
    return (
      <ResultDialog
        title={translate('resources.households.reveal.title', what)}
        onClose={() => setShown(undefined)}
      >
        <Typography sx={{ fontSize: '1.5rem', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' }}>
          {shown.value ?? translate('bangfu.masked.none')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {translate('resources.households.reveal.shown')}
        </Typography>
      </ResultDialog>
    );
  }
  return (
    <VerbButton
      label="resources.households.reveal.label"
      title={translate('resources.households.reveal.title', what)}
      icon={<VisibilityOutlined fontSize="small" />}
      operation={`reveal ${id} ${field}`}
      send={revealPersonalData}
      given={{ id, field }}
      fields={{
        reason: (source) => (
          <TextInput
            source={source}
            label="resources.households.reveal.reason"
            helperText="resources.households.reveal.hint"
            validate={required()}
          />
        ),
      }}
      onDone={(result) => {
        setShown(result);
        return false;
      }}
      variant="text"
      compact={compact}
    >
      <Alert severity="info" sx={{ mb: 1 }}>
        {translate('resources.households.reveal.lead')}
      </Alert>
    </VerbButton>
  );
}
