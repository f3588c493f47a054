import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ExcuseReason } from '#schema/codes/help/duty.codes.ts';
import { VisitMode } from '#schema/codes/help/visit.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { PageLink } from '../../shared/record/RecordLink.tsx';
import type { DutyRecord } from './duties.graphql.ts';

/** The visit that did the duty, the excuse, or the days left. */
export function DutyOutcome({ duty }: { duty: DutyRecord }) {
  const translate = useTranslate();
  const mode = useCodeLabel(VisitMode);
  const reason = useCodeLabel(ExcuseReason);
  const { visit, excuse, daysLeft } = duty;
  if (visit) {
    return (
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        <PageLink resource="visits" id={visit.id} text={`${visit.visitedOn} ${mode(visit.mode)}`} />
      </Box>
    );
  }
  if (excuse) {
    const text = translate('resources.duties.excused', { reason: reason(excuse.reason) });
    return <>{excuse.note ? `${text} · ${excuse.note}` : text}</>;
  }
  if (daysLeft === null) return <>—</>;
  if (daysLeft === 0) return <>{translate('resources.duties.daysLeft.today')}</>;
  const key = daysLeft > 0 ? 'left' : 'late';
  return <>{translate(`resources.duties.daysLeft.${key}`, { smart_count: Math.abs(daysLeft) })}</>;
}
