import { type RaRecord, useFieldValue } from 'react-admin';
import { useFormatInstant } from './days.ts';
import { FieldText } from './FieldText.tsx';

interface TimeFieldProps {
  source: string;
  label?: string;
  record?: RaRecord;
}

export function DayField(props: TimeFieldProps) {
  const value: unknown = useFieldValue(props);
  return <FieldText noWrap>{typeof value === 'string' && value ? value : '—'}</FieldText>;
}

export function InstantField(props: TimeFieldProps) {
  const format = useFormatInstant();
  const value: unknown = useFieldValue(props);
  if (typeof value !== 'string' || !value) return <FieldText>—</FieldText>;
  return (
    <FieldText noWrap>
      <time dateTime={value}>{format(value)}</time>
    </FieldText>
  );
}
