import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DutyStatus, ExcuseReason } from '#schema/codes/help/duty.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { MutationInput, Text } from '../checks.ts';
import { Day, Instant, Period } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description:
    'A visit that a household is owed in a period (走访任务). Worked out from rules, pairings and visits whenever it is read, so it is never out of date.',
})
export class VisitDuty extends Node {
  @Field(() => Period, { description: 'The quarter or the month.' })
  period!: string;
  @Field(() => Day, { description: 'First day of the period.' })
  startOn!: string;
  @Field(() => Day, { description: 'Last day of the period.' })
  endOn!: string;
  @Field(() => Day, { description: 'Last day to make the visit in time, by the duty rule.' })
  dueOn!: string;
  @Field(() => DutyStatus.enum, { description: 'How it stands today.' })
  status!: DutyStatus;
  @Field(() => Boolean, { description: 'Due, the period still running, and `dueOn` is past.' })
  isOverdue!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'Days from today to `dueOn`, negative when overdue; null unless it is due.',
  })
  daysLeft!: number | null;
}

@ObjectType({ implements: Node, description: 'A duty that need not be done, and why.' })
export class DutyExcuse extends Node {
  @Field(() => Period, { description: 'The period it is for.' })
  period!: string;
  @Field(() => ExcuseReason.enum, { description: 'Why.' })
  reason!: ExcuseReason;
  @Field(() => String, { nullable: true, description: 'More in words.' })
  note!: string | null;
  @Field(() => Instant, { description: 'When it was excused.' })
  excusedAt!: string;
  @Field(() => Instant, {
    nullable: true,
    description: 'When the excuse was withdrawn; null while it stands.',
  })
  withdrawnAt!: string | null;
}

@InputType({ description: 'An excuse for the duty of one household in one period.' })
export class ExcuseDutyInput extends MutationInput {
  @Field(() => ID, { description: 'The household.' })
  householdId!: string;
  @Field(() => Period, {
    description: 'The period of the duty: a month where the household is visited monthly.',
  })
  period!: string;
  @Field(() => ExcuseReason.enum, { description: 'Why.' })
  reason!: ExcuseReason;
  @Field(() => String, { nullable: true, description: 'More in words.' })
  @Text(500)
  note?: string | null;
}

@InputType({ description: 'The withdrawal of an excuse: the duty stands again.' })
export class WithdrawExcuseInput extends MutationInput {
  @Field(() => ID, { description: 'The excuse.' })
  id!: string;
}
