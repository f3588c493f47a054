import { Field, ObjectType } from 'type-graphql';
import { DivisionLevel } from '#schema/codes/division.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Day } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description:
    "An administrative division, from the province to the village; its code begins with its parent's.",
})
export class Division extends Node {
  @Field(() => String, { description: 'Official code: 2, 4, 6, 9 or 12 digits.' })
  code!: string;
  @Field(() => DivisionLevel.enum, { description: 'Province, prefecture, county, township or village.' })
  level!: DivisionLevel;
  @Field(() => String, { description: 'Official name.' })
  name!: string;
  @Field(() => String, { description: 'Name without 村委会 and the like, for screens.' })
  shortName!: string;
  @Field(() => String, {
    description:
      'Short names from the province down, parted by blanks: names alone repeat across the country.',
  })
  path!: string;
  @Field(() => Day, {
    nullable: true,
    description: 'The day the code was given up, null while it is in use.',
  })
  abolishedOn!: string | null;
}
