import { Box } from '@mui/material';
import { type RaRecord, useFieldValue } from 'react-admin';
import { useFormatInstant } from './days.ts';

interface TimeFieldProps {
  source: string;
  label?: string;
  record?: RaRecord;
}

export function DayField(props: TimeFieldProps) {
  const value: unknown = useFieldValue(props);
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {typeof value === 'string' && value ? value : '—'}
    </Box>
  );
}

export function InstantField(props: TimeFieldProps) {
  const format = useFormatInstant();
  const value: unknown = useFieldValue(props);
  if (typeof value !== 'string' || !value) return <span>—</span>;
  return (
    <Box component="time" dateTime={value} sx={{ whiteSpace: 'nowrap' }}>
      {format(value)}
    </Box>
  );
}
