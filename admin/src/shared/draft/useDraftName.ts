import { useRecordContext, useResourceContext } from 'react-admin';
import { useLocation } from 'react-router-dom';

/** One draft per record, and one per target of a new record. */
export function useDraftName(): string {
  const resource = useResourceContext();
  const record = useRecordContext();
  const { search } = useLocation();
  return record?.id === undefined ? `create ${resource} ${search}` : `edit ${record.id}`;
}
