import CloudOff from '@mui/icons-material/CloudOff';
import { Button } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { MessagePage } from '../../layout/MessagePage.tsx';

export function ListError() {
  const translate = useTranslate();
  const { error, refetch } = useListContext();
  return (
    <MessagePage
      role="alert"
      icon={<CloudOff color="error" />}
      heading={translate('bangfu.error.list')}
      lead={error ? translate(error.message) : undefined}
      actions={
        <Button variant="contained" onClick={() => refetch()}>
          {translate('bangfu.error.retry')}
        </Button>
      }
    />
  );
}
