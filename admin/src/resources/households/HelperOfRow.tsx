import { useRecordContext } from 'react-admin';
import { PageLink } from '../../shared/record/RecordLink.tsx';

/** The current helper of the row's household. */
export function HelperOfRow() {
  const cadre = useRecordContext()?.currentPairing?.cadre;
  return <PageLink resource="cadres" id={cadre?.id} text={cadre?.name ?? '—'} />;
}
