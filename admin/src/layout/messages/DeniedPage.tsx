import LockOutlined from '@mui/icons-material/LockOutlined';
import { Button } from '@mui/material';
import { Link, Title, useTranslate } from 'react-admin';
import { MessagePage } from './MessagePage.tsx';

/** For a page that the user's rights do not open, such as one from another user's bookmark. */
export function DeniedPage() {
  const translate = useTranslate();
  return (
    <>
      <Title title={translate('ra.page.access_denied')} />
      <MessagePage
        role="status"
        icon={<LockOutlined />}
        heading={translate('ra.page.access_denied')}
        lead={translate('ra.message.access_denied')}
        actions={
          <Button component={Link} to="/" variant="contained">
            {translate('bangfu.app.home')}
          </Button>
        }
      />
    </>
  );
}
