import { useRecordContext } from 'react-admin';
import { PageLink } from '../../shared/record/RecordLink.tsx';

/** The helper whom the row's household has today. */
export function HelperOfRow() {
  const cadre = useRecordContext()?.currentPairing?.cadre;
  return <PageLink resource="cadres" id={cadre?.id} text={cadre?.name ?? '—'} />;
}
