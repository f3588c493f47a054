import { Field, Float, Int, ObjectType } from 'type-graphql';
import {
  ChecklistAnswer,
  ChecklistItem,
  IncomeChange,
  VisitMode,
  VisitSource,
  VisitStatus,
} from '#schema/codes/help/visit.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Day, Instant } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description: 'A visit (走访) to a household: a fact, corrected or withdrawn but never overwritten.',
})
export class Visit extends Node {
  @Field(() => Day, { description: 'The day of the visit; the period it counts for follows from it.' })
  visitedOn!: string;
  @Field(() => VisitMode.enum, { description: 'In person, by phone or by video.' })
  mode!: VisitMode;
  @Field(() => String, {
    nullable: true,
    description: 'Who was met: the head, another member, a neighbour …',
  })
  met!: string | null;
  @Field(() => String, { nullable: true, description: 'What was found.' })
  findings!: string | null;
  @Field(() => String, { nullable: true, description: 'What the household asked for (诉求).' })
  request!: string | null;
  @Field(() => IncomeChange.enum, { nullable: true, description: 'Whether the income went up or down.' })
  incomeChange!: IncomeChange | null;
  @Field(() => String, { nullable: true, description: 'More about income and expense.' })
  incomeNote!: string | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Latitude in degrees (WGS 84) where the visit was logged.',
  })
  latitude!: number | null;
  @Field(() => Float, { nullable: true, description: 'Longitude in degrees (WGS 84).' })
  longitude!: number | null;
  @Field(() => Int, { nullable: true, description: 'How far off the place may be, in metres.' })
  accuracyMetres!: number | null;
  @Field(() => String, { nullable: true, description: 'Why there is no place, where there is none.' })
  noLocationReason!: string | null;
  @Field(() => Day, { nullable: true, description: 'When the next visit is planned.' })
  nextVisitOn!: string | null;
  @Field(() => VisitStatus.enum, { description: 'Valid, or withdrawn.' })
  status!: VisitStatus;
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawnReason!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt!: string | null;
  @Field(() => VisitSource.enum, { description: 'How it was recorded.' })
  source!: VisitSource;
  @Field(() => Day, {
    description:
      'The day it was recorded; a visit of an imported paper register counts as recorded on its own day.',
  })
  recordedOn!: string;
  @Field(() => Instant, { description: 'When the server received it.' })
  recordedAt!: string;
  @Field(() => Int, { description: 'Raised at each correction; send it back as `expectedVersion`.' })
  version!: number;
}

@ObjectType({ description: 'One line of the checklist of two worries and three guarantees (两不愁三保障).' })
export class VisitCheck {
  @Field(() => ChecklistItem.enum, { description: 'What was looked at.' })
  item!: ChecklistItem;
  @Field(() => ChecklistAnswer.enum, { description: 'How it stands.' })
  answer!: ChecklistAnswer;
  @Field(() => String, { nullable: true, description: 'More in words.' })
  note!: string | null;
}

@ObjectType({ implements: Node, description: 'What a visit said before a correction.' })
export class VisitVersion extends Node {
  @Field(() => Int, { description: 'The version this was.' })
  version!: number;
  @Field(() => Instant, { description: 'When it was corrected.' })
  replacedAt!: string;
}
