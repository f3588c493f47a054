import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OrganizationLevel } from '#schema/codes/organization.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { expectedVersion, Line, MutationInput, Name } from '../checks.ts';
import { Instant } from '../scalars.ts';

@ObjectType({ implements: Node, description: 'A unit (单位) whose cadres are paired with households.' })
export class Organization extends Node {
  @Field(() => String, { description: 'Name, unique in the county.' })
  name!: string;
  @Field(() => OrganizationLevel.enum, { description: 'Whom it reports to.' })
  level!: OrganizationLevel;
  @Field(() => Instant, { description: 'When the record was made.' })
  createdAt!: string;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@InputType({ description: 'A new organization.' })
export class CreateOrganizationInput extends MutationInput {
  @Field(() => String, { description: 'Code of the county whose directory it enters, 6 digits.' })
  @Line(6)
  countyCode!: string;
  @Field(() => String, { description: 'Name, unique in the county.' })
  @Name(100)
  name!: string;
  @Field(() => OrganizationLevel.enum, { description: 'Whom it reports to.' })
  level!: OrganizationLevel;
}

@InputType({ description: 'Changes of an organization; what is absent stays as it is.' })
export class UpdateOrganizationInput extends MutationInput {
  @Field(() => ID, { description: 'The organization.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'Name, unique in the county.' })
  @Name(100)
  name?: string | null;
  @Field(() => OrganizationLevel.enum, { nullable: true, description: 'Whom it reports to.' })
  level?: OrganizationLevel | null;
}
