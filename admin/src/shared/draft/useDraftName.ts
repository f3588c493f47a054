import { useRecordContext, useResourceContext } from 'react-admin';
import { useLocation } from 'react-router-dom';

/** One draft a record, and one for each thing a new record is made for. */
export function useDraftName(): string {
  const resource = useResourceContext();
  const record = useRecordContext();
  const { search } = useLocation();
  return record?.id === undefined ? `create ${resource} ${search}` : `edit ${record.id}`;
}
