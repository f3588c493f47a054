import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import { useListContext, useTranslate } from 'react-admin';
import { MessagePage } from '../../layout/messages/MessagePage.tsx';
import { NoMatches } from '../../shared/list/NoMatches.tsx';

/** The period alone is no filter to clear: with nothing else set, nobody is owed a visit. */
export function NoDuties() {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  if (Object.keys(filterValues).some((name) => name !== 'period')) return <NoMatches />;
  return (
    <MessagePage
      role="status"
      icon={<EventAvailableOutlined />}
      heading={translate('resources.duties.empty')}
      lead={translate('resources.duties.emptyHint')}
    />
  );
}
