import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '#schema/node/node.type.ts';
import { Instant } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description: 'One change: who did what to which record, and what it said before and after.',
})
export class AuditEvent extends Node {
  @Field(() => String, {
    description: 'County whose chain it stands in; 000000 for what belongs to no county.',
  })
  countyCode!: string;
  @Field(() => Int, { description: 'Place in the chain of the county, counted from 1 without a gap.' })
  seq!: number;
  @Field(() => Instant, { description: 'When it happened.' })
  at!: string;
  @Field(() => String, { description: 'Who did it, by the name of that time.' })
  actorName!: string;
  @Field(() => String, { description: 'What was done, named like the mutation.' })
  action!: string;
  @Field(() => String, { description: 'Type of the record, such as `Household`.' })
  entity!: string;
  @Field(() => String, { description: 'Its id within the county.' })
  entityId!: string;
  @Field(() => String, { description: "The request that did it, as in the server's log." })
  requestId!: string;
}
