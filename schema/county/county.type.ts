import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DutyFrequency } from '#schema/codes/help/duty.codes.ts';
import { VisitMode } from '#schema/codes/help/visit.codes.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { LoadPolicy } from '#schema/codes/settings.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Between, expectedVersion, Line, MutationInput, Rule } from '../checks.ts';
import { Day } from '../scalars.ts';

@ObjectType({ implements: Node, description: 'A county that works with the system, and its settings.' })
export class County extends Node {
  @Field(() => String, { description: 'Code of the county, 6 digits.' })
  countyCode!: string;
  @Field(() => Int, { description: 'Households that one cadre should be paired with at most.' })
  maxLoad!: number;
  @Field(() => LoadPolicy.enum, { description: 'What happens above `maxLoad`.' })
  loadPolicy!: LoadPolicy;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@ObjectType({
  implements: Node,
  description: 'How often households of one category are visited, and what counts as a visit; dated.',
})
export class DutyRule extends Node {
  @Field(() => HouseholdCategory.enum, { description: 'Households of this category owe visits.' })
  category!: HouseholdCategory;
  @Field(() => DutyFrequency.enum, { description: 'One visit in each such period.' })
  frequency!: DutyFrequency;
  @Field(() => DutyFrequency.enum, {
    nullable: true,
    description: 'Frequency while the household has an open risk; null: the same.',
  })
  riskFrequency!: DutyFrequency | null;
  @Field(() => [VisitMode.enum], { description: 'Modes that count as the visit.' })
  modes!: VisitMode[];
  @Field(() => Int, { description: 'Paired for fewer days of a period, the household owes no visit in it.' })
  minDays!: number;
  @Field(() => Int, {
    description: 'The visit is overdue this many days before the period ends; 0: at its end.',
  })
  deadlineDays!: number;
  @Field(() => Day, { description: 'First day of the rule.' })
  fromOn!: string;
  @Field(() => Day, { nullable: true, description: 'Last day of the rule; null while it holds.' })
  toOn!: string | null;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@InputType({
  description: 'Changed settings of a county; what is absent stays as it is.',
})
export class UpdateCountyInput extends MutationInput {
  @Field(() => ID, { description: 'The county.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Households that one cadre should have at most, 1 to 999.',
  })
  @Between(1, 999)
  maxLoad?: number | null;
  @Field(() => LoadPolicy.enum, { nullable: true, description: 'What happens above it.' })
  loadPolicy?: LoadPolicy | null;
}

@InputType({
  description:
    'A rule from a day on. The one in force until then ends the day before; the past is never changed.',
})
export class SetDutyRuleInput extends MutationInput {
  @Field(() => String, { description: 'Code of the county, 6 digits.' })
  @Line(6)
  countyCode!: string;
  @Field(() => HouseholdCategory.enum, { description: 'Category that owes the visits.' })
  category!: HouseholdCategory;
  @Field(() => DutyFrequency.enum, { description: 'One visit in each such period.' })
  frequency!: DutyFrequency;
  @Field(() => DutyFrequency.enum, {
    nullable: true,
    description: 'Frequency while the household has an open risk; absent: the same.',
  })
  riskFrequency?: DutyFrequency | null;
  @Field(() => [VisitMode.enum], { description: 'Modes that count; at least one.' })
  @Rule('TOO_FEW', (modes: string[]) => modes.length > 0)
  modes!: VisitMode[];
  @Field(() => Int, { defaultValue: 15, description: 'Days paired below which no visit is owed, 0 to 92.' })
  @Between(0, 92)
  minDays!: number;
  @Field(() => Int, { defaultValue: 0, description: 'Days before the end of the period it is due, 0 to 60.' })
  @Between(0, 60)
  deadlineDays!: number;
  @Field(() => Day, { description: 'First day; not before the first day of the running quarter.' })
  fromOn!: string;
}

@InputType({ description: 'The end of a rule that no other follows.' })
export class EndDutyRuleInput extends MutationInput {
  @Field(() => ID, { description: 'The rule, still without an end.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => Day, { description: 'Last day; not before the last day of the former quarter.' })
  toOn!: string;
}
