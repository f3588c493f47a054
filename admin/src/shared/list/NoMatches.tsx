import FilterAltOff from '@mui/icons-material/FilterAltOff';
import { Button } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { MessagePage } from '../../layout/MessagePage.tsx';
import { useResourceName } from './useResourceName.ts';

export function NoMatches() {
  const translate = useTranslate();
  const name = useResourceName();
  const { setFilters } = useListContext();
  return (
    <MessagePage
      role="status"
      icon={<FilterAltOff />}
      heading={translate('bangfu.empty.filtered', { name })}
      lead={translate('bangfu.empty.filteredHint')}
      actions={
        <Button variant="outlined" onClick={() => setFilters({}, [])}>
          {translate('ra.navigation.clear_filters')}
        </Button>
      }
    />
  );
}
