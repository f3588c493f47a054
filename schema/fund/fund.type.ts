import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { FundKind, FundStatus } from '#schema/codes/money/fund.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Between, expectedVersion, Line, MutationInput, Name, Text } from '../checks.ts';
import { Instant } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description: 'A fund (资金): a pot of money of one fiscal year with books of its own.',
})
export class Fund extends Node {
  @Field(() => FundKind.enum, { description: 'What kind of money it is.' })
  kind!: FundKind;
  @Field(() => String, { description: 'What it is called in the county, unique in its year.' })
  name!: string;
  @Field(() => Int, { description: 'The fiscal year, a calendar year.' })
  fiscalYear!: number;
  @Field(() => String, {
    nullable: true,
    description: 'What alone it may be used for, such as the wish of a donor.',
  })
  purpose!: string | null;
  @Field(() => FundStatus.enum, { description: 'Whether anything may still be posted to it.' })
  status!: FundStatus;
  @Field(() => Instant, { description: 'When the record was made.' })
  createdAt!: string;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@InputType({ description: 'A new fund.' })
export class CreateFundInput extends MutationInput {
  @Field(() => String, { description: 'Code of the county, 6 digits.' })
  @Line(6)
  countyCode!: string;
  @Field(() => FundKind.enum, { description: 'What kind of money it is.' })
  kind!: FundKind;
  @Field(() => String, { description: 'What it is called, unique in its year.' })
  @Name(100)
  name!: string;
  @Field(() => Int, { description: 'The fiscal year, 2000 to 2100.' })
  @Between(2000, 2100)
  fiscalYear!: number;
  @Field(() => String, { nullable: true, description: 'What alone it may be used for.' })
  @Text(500)
  purpose?: string | null;
}

@InputType({
  description: 'Changes of a fund; what is absent stays as it is. Kind and year of a fund do not change.',
})
export class UpdateFundInput extends MutationInput {
  @Field(() => ID, { description: 'The fund.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'What it is called, unique in its year.' })
  @Name(100)
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'What alone it may be used for.' })
  @Text(500)
  purpose?: string | null;
}
