import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { DateInput, required, TextInput, type Validator } from 'react-admin';
import { IncomeChange, VisitMode } from '#schema/codes/help/visit.codes.ts';
import { CodeRadioInput } from '../../../shared/codes/CodeInput.tsx';
import { notInFuture } from '../../../shared/dates/validators.ts';
import type { Values } from '../../../shared/form/form-fields.ts';
import { type Check, checklistOf } from '../checks.ts';
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

/** Fields of a visit, for logging and for correcting it. */
export const visitFields = (isNew: boolean) => ({
  visitedOn: (source: string) => <DateInput source={source} validate={visitedOn} helperText={false} />,
  mode: (source: string) => <CodeRadioInput source={source} list={VisitMode} helperText={false} />,
  met: (source: string) => <TextInput source={source} helperText={false} slotProps={upTo(100)} />,
  findings: (source: string) => (
    <TextInput source={source} multiline minRows={3} helperText={false} slotProps={upTo(2000)} />
  ),
  request: (source: string) => (
    <TextInput source={source} multiline minRows={2} helperText={false} slotProps={upTo(1000)} />
  ),
  checklist: {
    draw: () => <ChecklistInputs isNew={isNew} />,
    toInput: ({ checks }: Values) =>
      Array.isArray(checks) ? checklistOf(checks as readonly Check[]) : undefined,
  },
  incomeChange: (source: string) => <CodeRadioInput source={source} list={IncomeChange} helperText={false} />,
  incomeNote: (source: string) => <TextInput source={source} helperText={false} slotProps={upTo(500)} />,
  nextVisitOn: (source: string) => <DateInput source={source} validate={afterVisit} helperText={false} />,
});

/** Photos can only be added: without a choice none are sent. */
export const photosToSend = ({ photoIds }: Values): string[] | undefined =>
  Array.isArray(photoIds) && photoIds.length > 0 ? photoIds : undefined;

interface VisitSectionsProps {
  inputs: Readonly<Record<keyof ReturnType<typeof visitFields>, ReactNode>>;
  isNew?: boolean;
}

export function VisitSections({ inputs, isNew = false }: VisitSectionsProps) {
  return (
    <>
      <FormSection title={`${key}.section.what`}>
        <Box sx={pair}>
          {inputs.visitedOn}
          {inputs.mode}
        </Box>
        {inputs.met}
        {inputs.findings}
        {inputs.request}
      </FormSection>
      <FormSection title={`${key}.section.checklist`} hint={isNew ? `${key}.checklist.hint` : undefined}>
        {inputs.checklist}
      </FormSection>
      <FormSection title={`${key}.section.income`}>
        <Box sx={pair}>
          {inputs.incomeChange}
          {inputs.incomeNote}
        </Box>
        <Box sx={pair}>{inputs.nextVisitOn}</Box>
      </FormSection>
    </>
  );
}
