import { useRecordContext, useTranslate } from 'react-admin';
import { FieldText } from '../../shared/display/FieldText.tsx';
import { todayInCounty } from '../../shared/display/today.ts';
import type { ClaimRowRecord } from './claims.graphql.ts';

/** The day the insurer is to assess by, while the claim lies there; in words where it is over. */
export function DueField() {
  const claim = useRecordContext<ClaimRowRecord>();
  const translate = useTranslate();
  if (!claim?.dueOn || claim.status !== 'WITH_INSURER') return <FieldText>{claim?.dueOn ?? '—'}</FieldText>;
  const isLate = claim.dueOn < todayInCounty();
  return (
    <FieldText sx={isLate ? { color: 'error.main', fontWeight: 600 } : undefined}>
      {isLate ? `${claim.dueOn} ${translate('resources.claims.late')}` : claim.dueOn}
    </FieldText>
  );
}
