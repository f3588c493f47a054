import { Field, Int, ObjectType } from 'type-graphql';
import { PairingEndReason, PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Day, Instant } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description: 'A cadre paired with a household (结对) from a day to a day; ended, never overwritten.',
})
export class Pairing extends Node {
  @Field(() => PairingRole.enum, { description: 'Main helper, one at a time, or assistant.' })
  role!: PairingRole;
  @Field(() => Day, { description: 'First day.' })
  startedOn!: string;
  @Field(() => Day, { nullable: true, description: 'Last day, inclusive; null while it runs.' })
  endedOn!: string | null;
  @Field(() => PairingEndReason.enum, {
    nullable: true,
    description: 'Why it ended; null while it runs.',
  })
  endReason!: PairingEndReason | null;
  @Field(() => String, { nullable: true, description: "Why it was begun or ended, in the desk's words." })
  reason!: string | null;
  @Field(() => String, { nullable: true, description: 'What this helper left to the next one.' })
  handOverNote!: string | null;
  @Field(() => Instant, { description: 'When the record was made.' })
  createdAt!: string;
  @Field(() => Int, { description: 'Raised at each change.' })
  version!: number;
}
