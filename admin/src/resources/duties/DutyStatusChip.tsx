import { useTranslate } from 'react-admin';
import { DutyStatus } from '#schema/codes/help/duty.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { StatusChip, type Tone } from '../../shared/display/StatusChip.tsx';

const TONES: Readonly<Record<string, Tone>> = {
  UPCOMING: 'neutral',
  DUE: 'waiting',
  DONE: 'good',
  LATE_DONE: 'good',
  MISSED: 'bad',
  EXCUSED: 'off',
};

export function DutyStatusChip({ status, isOverdue }: { status: string; isOverdue: boolean }) {
  const translate = useTranslate();
  const label = useCodeLabel(DutyStatus);
  if (isOverdue) return <StatusChip tone="bad" label={translate('resources.duties.overdue')} />;
  return <StatusChip tone={TONES[status] ?? 'neutral'} label={label(status)} />;
}
