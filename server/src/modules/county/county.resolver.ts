import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { TakesUpTo } from '#platform/core/deadline.ts';
import { addRows, definePayload } from '#platform/read/payload.ts';
import { EndDutyRuleInput, SetDutyRuleInput, UpdateCountyInput } from '#schema/county/county.type.ts';
import { LoadDivisionsInput, LoadDivisionsPayload } from '#schema/division/division-verbs.type.ts';
import { countyEntity, dutyRuleEntity } from './county.entity.ts';
import { endDutyRule, loadDivisions, setDutyRule, updateCounty } from './county.service.ts';

addRows(LoadDivisionsPayload, {
  counties: { entity: countyEntity, description: 'The counties among them.', list: true },
});
const UpdateCountyPayload = definePayload('UpdateCounty', 'What `updateCounty` left.', {
  county: { entity: countyEntity, description: 'The county as it is now.' },
});
const dutyRule = { entity: dutyRuleEntity, description: 'The rule as it is now.' };
const SetDutyRulePayload = definePayload('SetDutyRule', 'What `setDutyRule` made.', { dutyRule });
const EndDutyRulePayload = definePayload('EndDutyRule', 'What `endDutyRule` left.', { dutyRule });

@Resolver()
export class CountyResolver {
  @Allow('division.write')
  @TakesUpTo(120)
  @Mutation(() => LoadDivisionsPayload, {
    description:
      'Loads divisions from the national list with their parents, and opens the counties among them. Run again it updates names.',
  })
  loadDivisions(
    @Ctx() ctx: Context,
    @Arg('input', () => LoadDivisionsInput, { description: 'Which divisions.' }) input: LoadDivisionsInput,
  ) {
    return loadDivisions(ctx, input);
  }

  @Allow('settings.write')
  @Mutation(() => UpdateCountyPayload, { description: 'Changes the settings of a county.' })
  updateCounty(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateCountyInput, { description: 'What to change.' }) input: UpdateCountyInput,
  ) {
    return updateCounty(ctx, input);
  }

  @Allow('settings.write')
  @Mutation(() => SetDutyRulePayload, {
    description: 'Begins a rule of visiting; the former one ends the day before.',
  })
  setDutyRule(
    @Ctx() ctx: Context,
    @Arg('input', () => SetDutyRuleInput, { description: 'The rule.' }) input: SetDutyRuleInput,
  ) {
    return setDutyRule(ctx, input);
  }

  @Allow('settings.write')
  @Mutation(() => EndDutyRulePayload, {
    description: 'Ends a rule; from then on the category owes no visits.',
  })
  endDutyRule(
    @Ctx() ctx: Context,
    @Arg('input', () => EndDutyRuleInput, { description: 'Which rule, and its last day.' })
    input: EndDutyRuleInput,
  ) {
    return endDutyRule(ctx, input);
  }
}
