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

/** Owed and not done: only these can be excused. */
export const isOpen = (duty: { status: string }): boolean => OPEN.has(duty.status);

export const excuseFields = {
  reason: (source: string) => (
    <CodeInput
      source={source}
      label="resources.duties.fields.reason"
      list={ExcuseReason}
      validate={required()}
    />
  ),
  note: (source: string) => (
    <TextInput
      source={source}
      label="resources.duties.fields.note"
      multiline
      minRows={2}
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  ),
};

type Household = NonNullable<DutyRecord['household']>;

function Excuse({ duty, household }: { duty: DutyRecord; household: Household }) {
  const translate = useTranslate();
  const periodName = usePeriodName();
  const { id, period } = duty;
  return (
    <VerbButton
      label={`${key}.label`}
      title={`${key}.title`}
      operation={`excuseDuty ${id}`}
      send={excuseDuty}
      given={{ householdId: household.id, period }}
      fields={excuseFields}
    >
      <Typography sx={{ mb: 1 }}>
        {translate(`${key}.lead`, { name: household.headName, period: periodName(period) })}
      </Typography>
    </VerbButton>
  );
}

function Withdraw({ excuseId }: { excuseId: string }) {
  return (
    <VerbButton
      label={`${key}.withdraw`}
      operation={`withdrawExcuse ${excuseId}`}
      send={withdrawExcuse}
      given={{ id: excuseId }}
      fields={{}}
      lead={`${key}.withdrawLead`}
    />
  );
}

/** Excuses an open duty, or withdraws the excuse. */
export function ExcuseButton({ duty }: { duty: DutyRecord }) {
  const mayExcuse = useHasRight('duty.excuse');
  if (!mayExcuse || !duty.household) return null;
  if (isOpen(duty)) return <Excuse duty={duty} household={duty.household} />;
  return duty.status === 'EXCUSED' && duty.excuse ? <Withdraw excuseId={duty.excuse.id} /> : null;
}
