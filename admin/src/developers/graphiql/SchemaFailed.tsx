import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';

/** The schema did not come; says why and tries again. */
export function SchemaFailed({ error, retry }: { error: Error; retry: () => void }) {
  const translate = useTranslate();
  const action = (
    <Button color="inherit" size="small" onClick={retry}>
      {translate('bangfu.error.retry')}
    </Button>
  );
  return (
    <Alert severity="error" action={action}>
      {error.message}
    </Alert>
  );
}
