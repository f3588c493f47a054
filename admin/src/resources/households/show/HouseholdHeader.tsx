import { Box, Card, Chip, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { DutyStatus } from '#schema/codes/help/duty.codes.ts';
import { HouseholdCategory, HouseholdStatus, monitoredCategories } from '#schema/codes/household.codes.ts';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { StatusChip, type Tone } from '../../../shared/display/StatusChip.tsx';
import { PageLink } from '../../../shared/record/RecordLink.tsx';
import { useHasRight } from '../../../shared/rights/useRights.ts';
import { usePeriodName } from '../../duties/periods.ts';
import { AssignButton } from '../../pairings/AssignButton.tsx';
import type { HouseholdPage } from '../households.graphql.ts';
import { useHousehold } from '../useHousehold.ts';
import { RevealButton } from './RevealButton.tsx';

const key = 'resources.households.header';

const DUTY_TONES: Record<string, Tone> = {
  UPCOMING: 'neutral',
  DUE: 'waiting',
  DONE: 'good',
  LATE_DONE: 'good',
  MISSED: 'bad',
  EXCUSED: 'off',
};

const monitored: ReadonlySet<string> = new Set(monitoredCategories);

const line = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1,
  rowGap: 0.5,
  minWidth: 0,
} as const;

function Fact({ label, children }: { label: string; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box sx={line}>
      <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
        {translate(label)}
      </Typography>
      {children}
    </Box>
  );
}

function Helper({ household }: { household: HouseholdPage }) {
  const translate = useTranslate();
  const mayPair = useHasRight('pairing.write');
  const { currentPairing, status } = household;
  const cadre = currentPairing?.cadre;
  if (cadre) {
    return (
      <Fact label={`${key}.helper`}>
        <Typography variant="body2" component="span">
          <PageLink resource="cadres" id={cadre.id} text={cadre.name} />
        </Typography>
        <Typography variant="body2" component="span">
          {[cadre.organization?.name, cadre.jobTitle].filter(Boolean).join(' ')}
        </Typography>
        <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
          {translate(`${key}.since`, { day: currentPairing.startedOn })}
        </Typography>
      </Fact>
    );
  }
  if (status !== 'ACTIVE') return null;
  return (
    <Box sx={line}>
      <StatusChip tone="waiting" label={translate(`${key}.noHelper`)} />
      {mayPair && <AssignButton household={household} />}
    </Box>
  );
}

function Visiting({ household }: { household: HouseholdPage }) {
  const translate = useTranslate();
  const status = useCodeLabel(DutyStatus);
  const periodName = usePeriodName();
  const { currentDuty: duty, lastVisit } = household;
  const dueness = duty?.isOverdue ? 'overdue' : 'dueOn';
  return (
    <>
      {duty && (
        <Fact label={translate(`${key}.duty`, { period: periodName(duty.period) })}>
          <StatusChip
            tone={duty.isOverdue ? 'bad' : (DUTY_TONES[duty.status] ?? 'neutral')}
            label={status(duty.status)}
          />
          {duty.status === 'DUE' && (
            <Typography variant="body2" component="span">
              {translate(`${key}.${dueness}`, { day: duty.dueOn })}
            </Typography>
          )}
        </Fact>
      )}
      <Fact label="resources.households.fields.lastVisit">
        <Typography variant="body2" component="span">
          {lastVisit ? (
            <PageLink resource="visits" id={lastVisit.id} text={lastVisit.visitedOn} />
          ) : (
            translate(`${key}.never`)
          )}
        </Typography>
      </Fact>
    </>
  );
}

/** Name, village, category and helper: always visible above the tabs. */
export function HouseholdHeader() {
  const household = useHousehold();
  const category = useCodeLabel(HouseholdCategory);
  const status = useCodeLabel(HouseholdStatus);
  const seesPairings = useHasRight('pairing.read');
  const seesVisits = useHasRight('visit.read');
  if (!household) return <Skeleton variant="rounded" height={124} sx={{ mb: 1 }} />;
  const isActive = household.status === 'ACTIVE';
  return (
    <Card sx={{ p: 2, mb: 1, display: 'grid', gap: 1 }}>
      <Box sx={line}>
        <Typography variant="h1" component="h2" sx={{ mr: 1, overflowWrap: 'anywhere' }}>
          {household.headName}
        </Typography>
        <Chip
          size="small"
          color="primary"
          variant={monitored.has(household.category) ? 'filled' : 'outlined'}
          label={category(household.category)}
        />
        <StatusChip tone={isActive ? 'good' : 'off'} label={status(household.status)} />
        {household.headIdMasked && (
          <Box sx={{ display: 'inline-flex', alignItems: 'center' }}>
            <Typography component="span" variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {household.headIdMasked}
            </Typography>
            <RevealButton id={household.id} field="RESIDENT_ID" name={household.headName} compact />
          </Box>
        )}
      </Box>
      <Typography variant="body2">
        {[household.village.path, household.groupName].filter(Boolean).join(' ')}
      </Typography>
      <Box sx={{ ...line, columnGap: 4 }}>
        {seesPairings && <Helper household={household} />}
        {seesVisits && <Visiting household={household} />}
      </Box>
    </Card>
  );
}
