import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Node } from '#schema/node/node.type.ts';
import { Between, Line, ListOf, MutationInput, Title } from '../checks.ts';
import { Day, Instant } from '../scalars.ts';

@ObjectType({ implements: Node, description: 'Lets a program in: some rights in a division, for a time.' })
export class ApiToken extends Node {
  @Field(() => String, { description: 'What it is for.' })
  name!: string;
  @Field(() => String, { description: 'How the token begins, to tell it from others.' })
  hint!: string;
  @Field(() => String, { description: 'Code of the division it reaches.' })
  divisionCode!: string;
  @Field(() => [String], {
    description: 'Rights it was given; it may use those of them that its owner holds today.',
  })
  rights!: string[];
  @Field(() => Int, {
    nullable: true,
    description: 'Points it may spend in a minute; null: as many as the server gives every token.',
  })
  pointsPerMinute!: number | null;
  @Field(() => Instant, { description: 'When it ends.' })
  expiresAt!: string;
  @Field(() => Instant, { nullable: true, description: 'Last use, to the minute; null if never.' })
  lastUsedAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When it was revoked; null while it stands.' })
  revokedAt!: string | null;
  @Field(() => Instant, { description: 'When it was made.' })
  createdAt!: string;
}

@ObjectType({ implements: Node, description: 'What a token did on one day.' })
export class TokenUsage extends Node {
  @Field(() => Day, { description: 'The day, counted in Asia/Shanghai.' })
  day!: string;
  @Field(() => Int, { description: 'Operations that ran.' })
  operations!: number;
  @Field(() => Float, { description: 'Points they cost, a whole number.' })
  points!: number;
  @Field(() => Int, { description: 'Operations refused because the budget was spent.' })
  refusals!: number;
}

@InputType({ description: 'A new token for a program.' })
export class CreateTokenInput extends MutationInput {
  @Field(() => String, { description: 'What it is for.' })
  @Title(50)
  name!: string;
  @Field(() => String, { description: 'Code of the division it shall reach.' })
  @Line(12)
  divisionCode!: string;
  @Field(() => [String], {
    description: 'Rights such as `household.read`, all of them held by whoever makes the token.',
  })
  @ListOf(50)
  rights!: string[];
  @Field(() => Day, { description: 'Last day of use, at most 366 days from today.' })
  expiresOn!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'Points it may spend in a minute, if not as many as the server gives every token; more than that only from whoever manages the tokens of the whole country.',
  })
  @Between(1_000, 100_000_000)
  pointsPerMinute?: number | null;
}

@InputType({ description: 'A token to revoke.' })
export class RevokeTokenInput extends MutationInput {
  @Field(() => ID, { description: 'The token.' })
  tokenId!: string;
}
