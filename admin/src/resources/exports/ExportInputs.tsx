import { Typography } from '@mui/material';
import { minLength, required, TextInput, useTranslate } from 'react-admin';
import { ExportFormat } from '#schema/codes/export.codes.ts';
import { CodeRadioInput } from '../../shared/codes/CodeInput.tsx';

const purposeRules = [required(), minLength(5, 'resources.exports.purposeHint')];
const purposeSlots = { htmlInput: { maxLength: 500 } };

export const usualValues = { format: 'XLSX' };

/** What every export is asked: in which format, and what for. */
export function ExportInputs() {
  const translate = useTranslate();
  return (
    <>
      <CodeRadioInput source="format" label="resources.exports.fields.format" list={ExportFormat} />
      <TextInput
        source="purpose"
        label="resources.exports.fields.purpose"
        helperText="resources.exports.purposeHint"
        multiline
        minRows={2}
        validate={purposeRules}
        slotProps={purposeSlots}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {translate('resources.exports.masked')} {translate('resources.exports.limits')}
      </Typography>
    </>
  );
}
