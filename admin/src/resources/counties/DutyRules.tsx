import { Box, Typography } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { DutyFrequency } from '#schema/codes/help/duty.codes.ts';
import { VisitMode } from '#schema/codes/help/visit.codes.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { useCodeLabel, useEnumeration } from '../../shared/codes/codes.ts';
import { StatusChip, type Tone } from '../../shared/display/StatusChip.tsx';
import { todayInCounty } from '../../shared/display/today.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { type RowColumn, RowTable } from '../../shared/table/RowTable.tsx';
import type { CountyPage } from './counties.graphql.ts';
import { EndDutyRuleButton } from './EndDutyRuleButton.tsx';
import { type RuleState, ruleState } from './rule-state.ts';
import { SetDutyRuleButton } from './SetDutyRuleButton.tsx';

type Rule = CountyPage['dutyRules'][number];

const TONES: Record<RuleState, Tone> = { now: 'good', coming: 'waiting', former: 'off' };

function useRuleColumns(): RowColumn<Rule>[] {
  const translate = useTranslate();
  const category = useCodeLabel(HouseholdCategory);
  const frequency = useCodeLabel(DutyFrequency);
  const mode = useCodeLabel(VisitMode);
  const enumerate = useEnumeration();
  const today = todayInCounty();
  const field = (key: string) => fieldLabel('counties', key);
  const days = (count: number) => translate('resources.counties.rules.days', { smart_count: count });
  const column = (key: string, cell: (rule: Rule) => ReactNode) => ({ key, label: field(key), cell });
  return [
    { ...column('category', (rule) => category(rule.category)), isName: true },
    {
      key: 'state',
      label: 'resources.counties.rules.state.label',
      cell: (rule) => {
        const state = ruleState(rule, today);
        return (
          <StatusChip tone={TONES[state]} label={translate(`resources.counties.rules.state.${state}`)} />
        );
      },
    },
    column('frequency', (rule) => (
      <>
        {frequency(rule.frequency)}
        {rule.riskFrequency && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('resources.counties.rules.atRisk', { frequency: frequency(rule.riskFrequency) })}
          </Typography>
        )}
      </>
    )),
    column('modes', (rule) => enumerate(rule.modes.map(mode))),
    column('minDays', (rule) => days(rule.minDays)),
    column('deadlineDays', (rule) => days(rule.deadlineDays)),
    {
      key: 'days',
      label: field('days'),
      noWrap: true,
      cell: ({ fromOn, toOn }) => (
        <>
          {fromOn} –<br />
          {toOn}
        </>
      ),
    },
  ];
}

function RuleSection({ heading, children }: { heading: string; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box component="section" sx={{ mt: 2 }}>
      <Typography variant="h5" component="h4" sx={{ mb: 1 }}>
        {translate(heading)}
      </Typography>
      {children}
    </Box>
  );
}

/** A county's duty rules: current, future and former. */
export function DutyRules() {
  const translate = useTranslate();
  const county = useRecordContext<CountyPage>();
  const mayWrite = useHasRight('settings.write');
  const columns = useRuleColumns();
  const rules = county?.dutyRules;
  const [current, former] = useMemo(() => {
    const today = todayInCounty();
    const all = rules ?? [];
    const isFormer = (rule: Rule) => ruleState(rule, today) === 'former';
    return [all.filter((rule) => !isFormer(rule)), all.filter(isFormer)];
  }, [rules]);
  if (!county) return null;
  const table = { columns, keyOf: (rule: Rule) => rule.id };
  return (
    <Box sx={{ mt: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Typography variant="h3" component="h3" sx={{ flexGrow: 1 }}>
          {translate('resources.counties.rules.heading')}
        </Typography>
        {mayWrite && <SetDutyRuleButton countyCode={county.countyCode} />}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('resources.counties.rules.lead')}
      </Typography>
      <RuleSection heading="resources.counties.rules.current">
        <RowTable
          {...table}
          rows={current}
          label="resources.counties.rules.current"
          empty="resources.counties.rules.none"
          actions={
            mayWrite
              ? (rule) => (
                  <>
                    <SetDutyRuleButton countyCode={county.countyCode} rule={rule} />
                    {rule.toOn === null && <EndDutyRuleButton rule={rule} />}
                  </>
                )
              : undefined
          }
        />
      </RuleSection>
      <RuleSection heading="resources.counties.rules.history">
        <RowTable
          {...table}
          rows={former}
          label="resources.counties.rules.history"
          empty="resources.counties.rules.noHistory"
        />
      </RuleSection>
    </Box>
  );
}
