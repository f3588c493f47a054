import { type RaRecord, useFieldValue } from 'react-admin';
import { FieldText } from '../display/FieldText.tsx';
import { type ScreenCodes, useCodeLabel, useEnumeration } from './codes.ts';

interface CodeFieldProps {
  source: string;
  list: ScreenCodes;
  label?: string;
  record?: RaRecord;
}

export function CodeField({ list, ...props }: CodeFieldProps) {
  const label = useCodeLabel(list);
  const enumerate = useEnumeration();
  const value: unknown = useFieldValue(props);
  const codes = Array.isArray(value) ? value : [value];
  const labels = codes.filter((code) => typeof code === 'string').map(label);
  return <FieldText>{enumerate(labels) || '—'}</FieldText>;
}
