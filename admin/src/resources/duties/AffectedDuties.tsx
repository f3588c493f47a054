import { type Identifier, useGetMany, useTranslate } from 'react-admin';
import { DutyStatus } from '#schema/codes/help/duty.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { shortPath } from '../../shared/division/DivisionPath.tsx';
import { AffectedRecords } from '../../shared/verb/AffectedRecords.tsx';
import type { DutyRecord } from './duties.graphql.ts';
import { isOpen } from './ExcuseButton.tsx';
import { usePeriodName } from './periods.ts';

/** The duties that a bulk verb is about to change. */
export function AffectedDuties({ ids }: { ids: readonly Identifier[] }) {
  const translate = useTranslate();
  const periodName = usePeriodName();
  const status = useCodeLabel(DutyStatus);
  const { data, isPending, error } = useGetMany<DutyRecord>('duties', { ids: ids.map(String) });
  const lines = data?.flatMap((duty) =>
    duty
      ? {
          key: duty.id,
          name: duty.household?.headName ?? '—',
          about: [
            duty.household && shortPath(duty.household.village),
            periodName(duty.period),
            duty.cadre?.name,
            duty.isOverdue ? translate('resources.duties.overdue') : status(duty.status),
          ]
            .filter(Boolean)
            .join(' · '),
          fault: isOpen(duty) ? undefined : translate('resources.duties.excuse.notOpen'),
        }
      : [],
  );
  const title = translate('resources.duties.excuse.stake', { smart_count: lines?.length ?? 0 });
  return <AffectedRecords title={title} lines={isPending ? undefined : lines} error={error} />;
}
