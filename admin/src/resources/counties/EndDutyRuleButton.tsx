import { Typography } from '@mui/material';
import { DateInput, required, useTranslate } from 'react-admin';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { todayInCounty } from '../../shared/display/today.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { type CountyPage, endDutyRule } from './counties.graphql.ts';

export function EndDutyRuleButton({ rule }: { rule: CountyPage['dutyRules'][number] }) {
  const translate = useTranslate();
  const label = useCodeLabel(HouseholdCategory);
  return (
    <VerbButton
      label="resources.counties.end.label"
      title={translate('resources.counties.end.title', { category: label(rule.category) })}
      operation={`endDutyRule ${rule.id}`}
      send={endDutyRule}
      given={{ id: rule.id, expectedVersion: rule.version }}
      fields={{
        toOn: (source) => (
          <DateInput source={source} label="resources.counties.end.toOn" validate={required()} />
        ),
      }}
      defaultValues={{ toOn: todayInCounty() }}
      success="resources.counties.end.done"
      variant="text"
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate('resources.counties.end.lead')}
      </Typography>
    </VerbButton>
  );
}
