import { Typography } from '@mui/material';
import { required, TextInput, useTranslate } from 'react-admin';
import { ExcuseReason } from '#schema/codes/help/duty.codes.ts';
import { CodeInput } from '../../shared/codes/CodeInput.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { type DutyRecord, excuseDuty, withdrawExcuse } from './duties.graphql.ts';
import { usePeriodName } from './periods.ts';

const key = 'resources.duties.excuse';

const OPEN = new Set(['UPCOMING', 'DUE', 'MISSED']);

/** Owed and not done: the only ones that can be excused. */
export const isOpen = (duty: { status: string }): boolean => OPEN.has(duty.status);

export function ExcuseInputs() {
  return (
    <>
      <CodeInput
        source="reason"
        label="resources.duties.fields.reason"
        list={ExcuseReason}
        validate={required()}
      />
      <TextInput
        source="note"
        label="resources.duties.fields.note"
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </>
  );
}

function Excuse({ duty }: { duty: DutyRecord }) {
  const translate = useTranslate();
  const periodName = usePeriodName();
  const { id, household, period } = duty;
  return (
    <VerbButton
      label={`${key}.label`}
      title={`${key}.title`}
      operation={`excuseDuty ${id}`}
      run={(values) => excuseDuty({ ...values, householdId: household?.id, period })}
    >
      <Typography sx={{ mb: 1 }}>
        {translate(`${key}.lead`, { name: household?.headName ?? '', period: periodName(period) })}
      </Typography>
      <ExcuseInputs />
    </VerbButton>
  );
}

function Withdraw({ excuseId }: { excuseId: string }) {
  return (
    <VerbButton
      label={`${key}.withdraw`}
      operation={`withdrawExcuse ${excuseId}`}
      run={(values) => withdrawExcuse({ ...values, id: excuseId })}
      lead={`${key}.withdrawLead`}
    />
  );
}

/** Excuses an open duty, or takes the excuse back. */
export function ExcuseButton({ duty }: { duty: DutyRecord }) {
  const mayExcuse = useHasRight('duty.excuse');
  if (!mayExcuse || !duty.household) return null;
  if (isOpen(duty)) return <Excuse duty={duty} />;
  return duty.status === 'EXCUSED' && duty.excuse ? <Withdraw excuseId={duty.excuse.id} /> : null;
}
