import DoneAll from '@mui/icons-material/DoneAll';
import History from '@mui/icons-material/History';
import { Box, Button } from '@mui/material';
import { FormDataConsumer, RadioButtonGroupInput, TextInput, useTranslate } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { ChecklistAnswer, ChecklistItem } from '#schema/codes/help/visit.codes.ts';
import { useCodeChoices, useCodeLabel } from '../../../shared/codes/codes.ts';
import { allMet, type Check, formChecks } from '../checks.ts';
import { useVisitedHousehold } from './useVisitedHousehold.ts';

const row = {
  display: 'grid',
  alignItems: 'center',
  columnGap: 2,
  gridTemplateColumns: { xs: '1fr', sm: 'auto minmax(160px, 1fr)' },
  borderBottom: '1px solid',
  borderColor: 'divider',
  minHeight: 56,
} as const;

// Beside the answers where there is room, so that the six items fit on one screen.
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

/** Sets all items at once; until then nothing is answered. */
function AnswerAll() {
  const translate = useTranslate();
  const { setValue } = useFormContext();
  const householdId = useWatch({ name: 'householdId' });
  const last = useVisitedHousehold(householdId).data?.household?.lastVisit;
  const answer = (checks: readonly Check[]) =>
    setValue('checks', [...checks], { shouldDirty: true, shouldTouch: true });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 1 }}>
      <Button size="small" variant="outlined" startIcon={<DoneAll />} onClick={() => answer(allMet())}>
        {translate('resources.visits.checklist.allMet')}
      </Button>
      {last && last.checklist.length > 0 && (
        <Button
          size="small"
          variant="outlined"
          startIcon={<History />}
          onClick={() => answer(formChecks(last.checklist))}
        >
          {translate('resources.visits.checklist.asLast', { day: last.visitedOn })}
        </Button>
      )}
    </Box>
  );
}

/** Nothing is answered by default: a mark that nobody set says nothing about the household. */
export function ChecklistInputs({ isNew = false }: { isNew?: boolean }) {
  return (
    <>
      {isNew && <AnswerAll />}
      {ChecklistItem.keys.map((item, index) => (
        <CheckInput key={item} item={item} index={index} />
      ))}
    </>
  );
}
