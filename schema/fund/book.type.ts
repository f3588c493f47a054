import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { BookEventKind } from '#schema/codes/money/fund.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { expectedVersion, Line, MutationInput, Text } from '../checks.ts';
import { Day, Instant } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description: 'The books of a county (账簿): nothing counts for a day through which they are closed.',
})
export class FundBook extends Node {
  @Field(() => Day, {
    nullable: true,
    description: 'The last day of the last closed month; null: nothing is closed.',
  })
  closedThrough!: string | null;
  @Field(() => Int, {
    description: 'Raised at each closing and reopening; send it back as `expectedVersion`.',
  })
  version!: number;
}

@ObjectType({
  implements: Node,
  description: 'A closing of the books, a request to reopen them, or the answer to one.',
})
export class FundBookEvent extends Node {
  @Field(() => BookEventKind.enum, { description: 'What was done.' })
  kind!: BookEventKind;
  @Field(() => Day, {
    nullable: true,
    description: 'Through which day they are closed afterwards, or are asked to be; null: nothing is closed.',
  })
  closedThrough!: string | null;
  @Field(() => Day, { nullable: true, description: 'Through which day they were closed before.' })
  formerlyThrough!: string | null;
  @Field(() => String, { nullable: true, description: 'Why, of requests and their answers.' })
  reason!: string | null;
  @Field(() => Instant, { description: 'When.' })
  recordedAt!: string;
}

@InputType({
  description: 'Closes the books of a county through the end of a month; that of December closes the year.',
})
export class CloseBooksInput extends MutationInput {
  @Field(() => String, { description: 'Code of the county, 6 digits.' })
  @Line(6)
  countyCode!: string;
  @Field(() => Day, { description: 'The last day of a month that is over, later than what is closed.' })
  through!: string;
}

@InputType({ description: 'Asks that closed books be opened again; another person decides.' })
export class RequestReopeningInput extends MutationInput {
  @Field(() => String, { description: 'Code of the county, 6 digits.' })
  @Line(6)
  countyCode!: string;
  @Field(() => Day, {
    nullable: true,
    description: 'The last day of the month through which they stay closed; absent: nothing stays closed.',
  })
  through?: string | null;
  @Field(() => String, { description: 'Why.' })
  @Line(500)
  reason!: string;
}

@InputType({ description: 'The answer to a request to reopen the books, by another person than who asked.' })
export class DecideReopeningInput extends MutationInput {
  @Field(() => ID, { description: 'The request, not answered yet.' })
  requestId!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => Boolean, { description: 'True: the books are opened.' })
  approved!: boolean;
  @Field(() => String, { nullable: true, description: 'Why; required where it is refused.' })
  @Text(500)
  reason?: string | null;
}
