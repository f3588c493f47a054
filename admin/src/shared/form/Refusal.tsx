import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { errorCode } from '../../api/errors.ts';

/** What the user can do about it, by error code. */
const hints: Readonly<Record<string, string>> = {
  LOCKED_OUT: 'resources.session.lockedHint',
  RESET_LINK_INVALID: 'resources.session.reset.newLink',
};

/** Why a form was refused. Shown beside what must be corrected; a notification would disappear too soon. */
export function Refusal({ error }: { error: unknown }) {
  const translate = useTranslate();
  const hint = hints[errorCode(error) ?? ''];
  return (
    <Alert severity="error" sx={{ mb: 1 }}>
      {translate((error instanceof Error && error.message) || 'ra.notification.http_error')}
      {hint && <div>{translate(hint)}</div>}
    </Alert>
  );
}
