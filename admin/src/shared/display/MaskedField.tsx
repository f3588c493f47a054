import { Tooltip } from '@mui/material';
import { type RaRecord, useFieldValue, useTranslate } from 'react-admin';
import { FieldText } from './FieldText.tsx';

interface MaskedFieldProps {
  source: string;
  label?: string;
  record?: RaRecord;
}

/** Shows the masked number that the API returns; the unmasked one is never requested here. */
export function MaskedField(props: MaskedFieldProps) {
  const translate = useTranslate();
  const value: unknown = useFieldValue(props);
  if (typeof value !== 'string' || value === '') {
    return <FieldText sx={{ color: 'text.secondary' }}>{translate('bangfu.masked.none')}</FieldText>;
  }
  return (
    <Tooltip title={translate('bangfu.masked.hint')}>
      <FieldText sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>{value}</FieldText>
    </Tooltip>
  );
}
