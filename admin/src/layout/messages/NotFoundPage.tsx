import SearchOff from '@mui/icons-material/SearchOff';
import { Button } from '@mui/material';
import { Link, Title, useTranslate } from 'react-admin';
import { MessagePage } from './MessagePage.tsx';

export function NotFoundPage() {
  const translate = useTranslate();
  return (
    <>
      <Title title={translate('bangfu.notFound.heading')} />
      <MessagePage
        icon={<SearchOff />}
        heading={translate('bangfu.notFound.heading')}
        lead={translate('bangfu.notFound.lead')}
        actions={
          <Button component={Link} to="/" variant="contained">
            {translate('bangfu.app.home')}
          </Button>
        }
      />
    </>
  );
}
