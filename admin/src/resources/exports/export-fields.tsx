import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { minLength, required, TextInput, useTranslate } from 'react-admin';
import { ExportFormat } from '#schema/codes/export.codes.ts';
import { CodeRadioInput } from '../../shared/codes/CodeInput.tsx';

const purposeRules = [required(), minLength(5, 'resources.exports.purposeHint')];
const purposeSlots = { htmlInput: { maxLength: 500 } };

export const usualValues = { format: 'XLSX' };

/** Inputs of every export: format and purpose. */
export const exportFields = {
  format: (source: string) => (
    <CodeRadioInput source={source} label="resources.exports.fields.format" list={ExportFormat} />
  ),
  purpose: (source: string) => (
    <TextInput
      source={source}
      label="resources.exports.fields.purpose"
      helperText="resources.exports.purposeHint"
      multiline
      minRows={2}
      validate={purposeRules}
      slotProps={purposeSlots}
    />
  ),
};

function Limits() {
  const translate = useTranslate();
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
      {translate('resources.exports.masked')} {translate('resources.exports.limits')}
    </Typography>
  );
}

/** The inputs, and below them the notes that hold for every export. */
export const exportLayout = (inputs: Readonly<Record<string, ReactNode>>) => (
  <>
    {Object.values(inputs)}
    <Limits />
  </>
);
