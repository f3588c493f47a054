import { useRecordContext, useTranslate } from 'react-admin';
import { useFormatInstant } from '../../shared/display/days.ts';
import { FieldText } from '../../shared/display/FieldText.tsx';

/** An account that was never used, or that must change its password, needs attention. */
export function PasswordState() {
  const record = useRecordContext();
  const translate = useTranslate();
  const format = useFormatInstant();
  if (!record) return null;
  const at: string | null = record.passwordChangedAt;
  return (
    <>
      <FieldText>{at ? format(at) : translate('resources.users.neverSet')}</FieldText>
      {record.mustChangePassword && (
        <FieldText sx={{ color: 'text.secondary' }}>{translate('resources.users.mustChange')}</FieldText>
      )}
    </>
  );
}
