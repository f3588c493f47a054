import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '#platform/read/types.ts';
import { Change } from '#schema/change/change.type.ts';

@ObjectType({ description: 'A change with its cursor.' })
export class ChangeEdge {
  @Field(() => String, { description: 'Cursor of this change, for `after`.' })
  cursor!: string;
  @Field(() => Change, { description: 'The change.' })
  node!: Change;
}

@ObjectType({ description: 'A page of changes, in their order.' })
export class ChangeConnection {
  @Field(() => [Change], {
    description: 'The changes of the page; they may be fewer than asked for, and none, while more follow.',
  })
  nodes!: Change[];
  @Field(() => [ChangeEdge], { description: 'The same changes, each with its cursor.' })
  edges!: ChangeEdge[];
  @Field(() => PageInfo, {
    description:
      '`endCursor` is where to go on from, on an empty page too; keep it once the page is stored. `hasNextPage`: ask again at once.',
  })
  pageInfo!: PageInfo;
}
