import TaskAlt from '@mui/icons-material/TaskAlt';
import { useListContext, useTranslate } from 'react-admin';
import { MessagePage } from '../../layout/messages/MessagePage.tsx';
import { NoMatches } from '../../shared/list/NoMatches.tsx';

/** An empty list of gaps is good news, unless a filter made it empty. */
export function NoGaps() {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  const { missingHelper: _, ...chosen } = filterValues;
  if (Object.keys(chosen).length > 0) return <NoMatches />;
  return (
    <MessagePage
      role="status"
      icon={<TaskAlt color="success" />}
      heading={translate('resources.pairings.gaps.none')}
    />
  );
}
