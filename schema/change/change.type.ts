import { Field, ID, ObjectType } from 'type-graphql';
import { ChangeKind, ChangeType } from '#schema/codes/change.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Instant } from '../scalars.ts';

@ObjectType({ description: 'What became of one record.' })
export class Change {
  @Field(() => ChangeKind.enum, {
    description:
      'INSERTED and UPDATED both come with the record as it is now: put it in the place of what you have. REMOVED: forget it.',
  })
  kind!: ChangeKind;
  @Field(() => ChangeType.enum, { description: 'Type of the record.' })
  type!: ChangeType;
  @Field(() => ID, { description: 'Global id of the record.' })
  id!: string;
  @Field(() => Instant, { description: 'When it was written.' })
  at!: string;
  @Field(() => Node, {
    nullable: true,
    description: 'The record as it is now, maybe newer than this change; null when it is REMOVED.',
  })
  node!: Node | null;
}
