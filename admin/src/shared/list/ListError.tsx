import CloudOff from '@mui/icons-material/CloudOff';
import { Button } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { errorCode } from '../../api/errors.ts';
import { MessagePage } from '../../layout/messages/MessagePage.tsx';
import { useDefaultFilter } from './filters/default-filter.ts';

/** Why the list failed. Retrying does not help where a link holds an invalid filter. */
export function ListError() {
  const translate = useTranslate();
  const { error, refetch, setFilters } = useListContext();
  const usual = useDefaultFilter();
  const isBadFilter = errorCode(error) === 'INVALID_INPUT';
  return (
    <MessagePage
      role="alert"
      icon={<CloudOff color="error" />}
      heading={translate('bangfu.error.list')}
      lead={error ? translate(isBadFilter ? 'bangfu.error.badFilter' : error.message) : undefined}
      actions={
        isBadFilter ? (
          <Button variant="contained" onClick={() => setFilters(usual, {})}>
            {translate('ra.navigation.clear_filters')}
          </Button>
        ) : (
          <Button variant="contained" onClick={() => refetch()}>
            {translate('bangfu.error.retry')}
          </Button>
        )
      }
    />
  );
}
