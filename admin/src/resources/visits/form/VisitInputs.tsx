import { Box } from '@mui/material';
import { DateInput, required, TextInput, type Validator } from 'react-admin';
import { IncomeChange, VisitMode } from '#schema/codes/help/visit.codes.ts';
import { CodeRadioInput } from '../../../shared/codes/CodeInput.tsx';
import { notInFuture } from '../../../shared/dates/validators.ts';
import { ChecklistInputs } from './ChecklistInputs.tsx';
import { FormSection } from './FormSection.tsx';

const key = 'resources.visits';

const pair = {
  display: 'grid',
  columnGap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
} as const;

const upTo = (maxLength: number) => ({ htmlInput: { maxLength } });

const afterVisit: Validator = (day: string, values: { visitedOn?: string }) =>
  day && values.visitedOn && day <= values.visitedOn ? `${key}.invalid.beforeVisit` : undefined;

const visitedOn = [required(), notInFuture];

/** What is told of a visit at its logging and at each correction. */
export function VisitInputs({ isNew = false }: { isNew?: boolean }) {
  return (
    <>
      <FormSection title={`${key}.section.what`}>
        <Box sx={pair}>
          <DateInput source="visitedOn" validate={visitedOn} helperText={false} />
          <CodeRadioInput source="mode" list={VisitMode} helperText={false} />
        </Box>
        <TextInput source="met" helperText={false} slotProps={upTo(100)} />
        <TextInput source="findings" multiline minRows={3} helperText={false} slotProps={upTo(2000)} />
        <TextInput source="request" multiline minRows={2} helperText={false} slotProps={upTo(1000)} />
      </FormSection>
      <FormSection title={`${key}.section.checklist`} hint={isNew ? `${key}.checklist.hint` : undefined}>
        <ChecklistInputs isNew={isNew} />
      </FormSection>
      <FormSection title={`${key}.section.income`}>
        <Box sx={pair}>
          <CodeRadioInput source="incomeChange" list={IncomeChange} helperText={false} />
          <TextInput source="incomeNote" helperText={false} slotProps={upTo(500)} />
        </Box>
        <Box sx={pair}>
          <DateInput source="nextVisitOn" validate={afterVisit} helperText={false} />
        </Box>
      </FormSection>
    </>
  );
}
