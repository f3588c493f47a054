import { Field, ObjectType } from 'type-graphql';
import { ClaimLayerKind } from '#schema/codes/money/claim.codes.ts';
import { Day, Money } from '../scalars.ts';

@ObjectType({ description: 'One receipt of a claim.' })
export class ClaimExpense {
  @Field(() => String, {
    description: 'Number of the receipt, as it is compared: without blanks, in capitals.',
  })
  receiptNumber!: string;
  @Field(() => Day, { description: 'The day of the receipt.' })
  spentOn!: string;
  @Field(() => String, { description: 'Who gave it, such as a hospital.' })
  provider!: string;
  @Field(() => Money, { description: 'Its total.' })
  amount!: bigint;
}

@ObjectType({ description: 'What one of those who share the cost bears.' })
export class ClaimLayer {
  @Field(() => ClaimLayerKind.enum, { description: 'Who bears it.' })
  layer!: ClaimLayerKind;
  @Field(() => Money, { description: 'How much.' })
  amount!: bigint;
}
