import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { ProblemKind } from '#schema/codes/help/problem.codes.ts';
import { ChecklistAnswer, ChecklistItem, IncomeChange, VisitMode } from '#schema/codes/help/visit.codes.ts';
import { Between, expectedVersion, Line, MutationInput, Rule, Text } from '../checks.ts';
import { Day } from '../scalars.ts';

/** At most so many; an empty list is fine. */
const UpTo = (max: number) => Rule('TOO_MANY', (list: unknown[]) => list.length <= max);

@InputType({ description: 'One line of the checklist.' })
export class VisitCheckInput {
  @Field(() => ChecklistItem.enum, { description: 'What was looked at; each at most once.' })
  item!: ChecklistItem;
  @Field(() => ChecklistAnswer.enum, { description: 'How it stands.' })
  answer!: ChecklistAnswer;
  @Field(() => String, { nullable: true, description: 'More in words.' })
  @Text(500)
  note?: string | null;
}

@InputType({ description: 'A problem that a visit found.' })
export class FoundProblemInput {
  @Field(() => ProblemKind.enum, { description: 'What it is about.' })
  kind!: ProblemKind;
  @Field(() => String, { description: 'The problem in words.' })
  @Line(1_000)
  description!: string;
}

/** What is given of a visit when it is logged and at every correction. */
@InputType()
abstract class VisitContent extends MutationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Who was met: the head, another member, a neighbour …',
  })
  @Text(100)
  met?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'What was found. A visit has findings, a `request`, a line of the `checklist` or a problem found; one with none of them is refused with VISIT_EMPTY.',
  })
  @Text(2_000)
  findings?: string | null;
  @Field(() => String, { nullable: true, description: 'What the household asked for.' })
  @Text(1_000)
  request?: string | null;
  @Field(() => IncomeChange.enum, { nullable: true, description: 'Whether the income went up or down.' })
  incomeChange?: IncomeChange | null;
  @Field(() => String, { nullable: true, description: 'More about income and expense.' })
  @Text(500)
  incomeNote?: string | null;
  @Field(() => [VisitCheckInput], {
    nullable: true,
    description:
      'The checklist of two worries and three guarantees: the lines that somebody answered. Each line sent is on record as looked at, so a client sends none that was only set beforehand.',
  })
  @UpTo(20)
  checklist?: VisitCheckInput[] | null;
  @Field(() => Day, { nullable: true, description: 'When the next visit is planned; after the visit.' })
  nextVisitOn?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Photos to add: ids of own uploads that belong to no visit yet. At most nine a visit.',
  })
  @UpTo(9)
  photoIds?: string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: this is another visit of the same cadre to the household on the same day. Otherwise such a one is refused with VISIT_SAME_DAY, and `earlierVisitId` of the refusal names the visit on record. A repetition under the same id is no second visit.',
  })
  allowSameDay?: boolean | null;
}

@InputType({ description: 'A visit that was made.' })
export class LogVisitInput extends VisitContent {
  @Field(() => ID, {
    nullable: true,
    description:
      'A UUID of version 7 that the client made: sent again with the same content it gives the first answer again, with other content an error. The server makes one where it is absent.',
  })
  id?: string | null;
  @Field(() => ID, { description: 'The household.' })
  householdId!: string;
  @Field(() => ID, {
    nullable: true,
    description:
      "Who went. Where absent: the viewer's own cadre record, else the helper paired with the household that day.",
  })
  cadreId?: string | null;
  @Field(() => Day, { description: 'The day of the visit: not in the future, and within a pairing.' })
  visitedOn!: string;
  @Field(() => VisitMode.enum, { description: 'In person, by phone or by video.' })
  mode!: VisitMode;
  @Field(() => [FoundProblemInput], { nullable: true, description: 'Problems found, at most 20.' })
  @UpTo(20)
  problems?: FoundProblemInput[] | null;
  @Field(() => Float, { nullable: true, description: 'Latitude in degrees (WGS 84); goes with `longitude`.' })
  @Between(-90, 90)
  latitude?: number | null;
  @Field(() => Float, { nullable: true, description: 'Longitude in degrees (WGS 84).' })
  @Between(-180, 180)
  longitude?: number | null;
  @Field(() => Int, { nullable: true, description: 'How far off the place may be, in metres.' })
  @Between(0, 1_000_000)
  accuracyMetres?: number | null;
  @Field(() => String, { nullable: true, description: 'Why there is no place, where there is none.' })
  @Text(200)
  noLocationReason?: string | null;
}

@InputType({
  description:
    'A correction: what is absent stays as it is, what is null is emptied; the former version is kept.',
})
export class CorrectVisitInput extends VisitContent {
  @Field(() => ID, { description: 'The visit.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { description: 'Why it is corrected.' })
  @Line(500)
  reason!: string;
  @Field(() => Day, { nullable: true, description: 'The day of the visit.' })
  visitedOn?: string | null;
  @Field(() => VisitMode.enum, { nullable: true, description: 'In person, by phone or by video.' })
  mode?: VisitMode | null;
}

@InputType({ description: 'The withdrawal of a visit: it stays on record and counts for nothing.' })
export class WithdrawVisitInput extends MutationInput {
  @Field(() => ID, { description: 'The visit.' })
  id!: string;
  @Field(() => Int, { nullable: true, description: expectedVersion })
  expectedVersion?: number | null;
  @Field(() => String, { description: 'Why it is withdrawn.' })
  @Line(500)
  reason!: string;
}
