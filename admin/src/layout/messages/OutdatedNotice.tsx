import { Alert, Button } from '@mui/material';
import { useSyncExternalStore } from 'react';
import { useTranslate } from 'react-admin';
import { isOutdated, subscribeToOutdated } from '../../api/outdated.ts';

/** Stays above the page once the server runs another release; only the user knows when the page may be reloaded. */
export function OutdatedNotice() {
  const translate = useTranslate();
  const outdated = useSyncExternalStore(subscribeToOutdated, isOutdated);
  if (!outdated) return null;
  return (
    <Alert
      severity="warning"
      sx={{ mt: 1 }}
      action={
        <Button color="inherit" onClick={() => window.location.reload()}>
          {translate('bangfu.app.reload')}
        </Button>
      }
    >
      {translate('bangfu.error.outdated')}
    </Alert>
  );
}
