import { Box } from '@mui/material';
import { FormDataConsumer, RadioButtonGroupInput, TextInput } from 'react-admin';
import { ChecklistAnswer, ChecklistItem } from '#schema/codes/visit.codes.ts';
import { useCodeChoices, useCodeLabel } from '../../shared/codes/codes.ts';
import type { Check } from './checks.ts';

const row = {
  display: 'grid',
  alignItems: 'center',
  columnGap: 2,
  gridTemplateColumns: { xs: '1fr', sm: 'auto minmax(160px, 1fr)' },
  borderBottom: '1px solid',
  borderColor: 'divider',
  minHeight: 56,
} as const;

// Beside its answers where there is room, so that the six lines fit on a screen.
const inLine = {
  m: 0,
  flexDirection: { xs: 'column', sm: 'row' },
  '& .MuiFormGroup-root': { width: { xs: '100%', sm: 'auto' }, flexDirection: 'row' },
  '& legend.MuiFormLabel-root': {
    float: { sm: 'left' },
    width: { xs: 'auto', sm: '8em' },
    mt: { sm: '9px' },
    color: 'text.primary',
    transform: 'none',
    fontSize: '0.875rem',
  },
} as const;

const needsWords = (check: Check | undefined) =>
  Boolean(check?.note || (check?.answer && check.answer !== 'OK'));

function Note({ index }: { index: number }) {
  return (
    <TextInput
      source={`checks.${index}.note`}
      label="resources.visits.checklist.note"
      slotProps={{ htmlInput: { maxLength: 500 } }}
      helperText={false}
    />
  );
}

function CheckInput({ item, index }: { item: string; index: number }) {
  const label = useCodeLabel(ChecklistItem)(item);
  const choices = useCodeChoices(ChecklistAnswer);
  return (
    <Box sx={row}>
      <RadioButtonGroupInput
        source={`checks.${index}.answer`}
        label={label}
        choices={choices}
        translateChoice={false}
        helperText={false}
        sx={inLine}
      />
      <FormDataConsumer>
        {({ formData }) => needsWords(formData.checks?.[index]) && <Note index={index} />}
      </FormDataConsumer>
    </Box>
  );
}

export function ChecklistInputs() {
  return ChecklistItem.keys.map((item, index) => <CheckInput key={item} item={item} index={index} />);
}
