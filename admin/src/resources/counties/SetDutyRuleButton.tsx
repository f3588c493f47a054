import { CheckboxGroupInput, DateInput, maxValue, minValue, NumberInput, required } from 'react-admin';
import { DutyFrequency } from '#schema/codes/help/duty.codes.ts';
import { VisitMode } from '#schema/codes/help/visit.codes.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { CodeInput, CodeRadioInput } from '../../shared/codes/CodeInput.tsx';
import { useCodeChoices } from '../../shared/codes/codes.ts';
import { todayInCounty } from '../../shared/display/today.ts';
import { EditVerbButton } from '../../shared/edit/EditVerbButton.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { type CountyPage, setDutyRule } from './counties.graphql.ts';

type Rule = CountyPage['dutyRules'][number];

interface SetDutyRuleButtonProps {
  countyCode: string;
  /** The rule to start from; without one the form is for a new category. */
  rule?: Rule;
}

const field = (key: string) => fieldLabel('counties', key);
const minDays = [required(), minValue(0), maxValue(92)];
const deadlineDays = [required(), minValue(0), maxValue(60)];

const blank: Partial<Rule> = {
  frequency: 'QUARTER',
  riskFrequency: null,
  modes: ['IN_PERSON'],
  minDays: 15,
  deadlineDays: 0,
};

/** A changed rule is a new rule from a day on. */
export function SetDutyRuleButton({ countyCode, rule }: SetDutyRuleButtonProps) {
  const modes = useCodeChoices(VisitMode);
  const { id: _, version: __, toOn: ___, ...former } = { ...blank, ...rule };
  return (
    <EditVerbButton
      label={rule ? 'resources.counties.set.change' : 'resources.counties.set.label'}
      title="resources.counties.set.title"
      operation={`setDutyRule ${countyCode} ${rule?.id ?? ''}`}
      send={setDutyRule}
      given={{ countyCode }}
      fields={{
        category: (source) => (
          <CodeInput
            source={source}
            label={field('category')}
            list={HouseholdCategory}
            validate={required()}
            readOnly={rule !== undefined}
          />
        ),
        frequency: (source) => (
          <CodeRadioInput source={source} label={field('frequency')} list={DutyFrequency} />
        ),
        riskFrequency: (source) => (
          <CodeInput
            source={source}
            label={field('riskFrequency')}
            list={DutyFrequency}
            emptyText="resources.counties.rules.same"
          />
        ),
        modes: (source) => (
          <CheckboxGroupInput
            source={source}
            label={field('modes')}
            choices={modes}
            translateChoice={false}
            validate={required()}
          />
        ),
        minDays: (source) => (
          <NumberInput
            source={source}
            label={field('minDays')}
            helperText="resources.counties.set.minDaysHint"
            min={0}
            max={92}
            validate={minDays}
          />
        ),
        deadlineDays: (source) => (
          <NumberInput
            source={source}
            label={field('deadlineDays')}
            helperText="resources.counties.set.deadlineHint"
            min={0}
            max={60}
            validate={deadlineDays}
          />
        ),
        fromOn: (source) => (
          <DateInput
            source={source}
            label={field('fromOn')}
            helperText="resources.counties.set.fromHint"
            validate={required()}
          />
        ),
      }}
      record={{ ...former, fromOn: todayInCounty() }}
      submitLabel="ra.action.save"
      success="resources.counties.set.done"
      variant={rule ? 'text' : 'contained'}
    />
  );
}
