import FilterAltOff from '@mui/icons-material/FilterAltOff';
import { Button } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { MessagePage } from '../../layout/messages/MessagePage.tsx';
import { wider } from './filters/active-filters.ts';
import { useDefaultFilter } from './filters/default-filter.ts';
import { useResourceName } from './useResourceName.ts';

export function NoMatches() {
  const translate = useTranslate();
  const name = useResourceName();
  const { filterValues, setFilters } = useListContext();
  const usual = useDefaultFilter();
  return (
    <MessagePage
      role="status"
      icon={<FilterAltOff />}
      heading={translate('bangfu.empty.filtered', { name })}
      lead={translate('bangfu.empty.filteredHint')}
      actions={
        <Button variant="outlined" onClick={() => setFilters(wider(filterValues, usual), {})}>
          {translate('ra.navigation.clear_filters')}
        </Button>
      }
    />
  );
}
