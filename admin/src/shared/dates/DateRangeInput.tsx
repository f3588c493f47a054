import { Box } from '@mui/material';
import { DateInput, useTranslate } from 'react-admin';

// On phones both fit beside the button that removes the filter.
const row = { display: 'flex', gap: 1, minWidth: 0, '& .MuiFormControl-root': { minWidth: 0 } } as const;

interface DateRangeInputProps {
  /** `visited` holds `{ visited: { from, to } }`; the data provider sends it as visitedFrom and visitedTo. */
  source: string;
  label: string;
  alwaysOn?: boolean;
}

export function DateRangeInput({ source, label }: DateRangeInputProps) {
  const translate = useTranslate();
  const name = translate(label);
  const notBeforeStart = (to: string, values: Record<string, { from?: string } | undefined>) => {
    const from = values[source]?.from;
    return from && to && to < from ? 'bangfu.dates.reversed' : undefined;
  };
  return (
    <Box role="group" aria-label={name} sx={row}>
      <DateInput
        source={`${source}.from`}
        label={`${name} ${translate('bangfu.dates.from')}`}
        helperText={false}
      />
      <DateInput
        source={`${source}.to`}
        label={`${name} ${translate('bangfu.dates.to')}`}
        validate={notBeforeStart}
        helperText={false}
      />
    </Box>
  );
}
