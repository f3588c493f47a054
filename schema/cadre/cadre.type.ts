import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CadreStatus } from '#schema/codes/organization.codes.ts';
import { PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { isPhone } from '#schema/person/phone.ts';
import { expectedVersion, Line, MutationInput, Name, Rule, Text } from '../checks.ts';
import { Day, Instant } from '../scalars.ts';

@ObjectType({ implements: Node, description: 'A cadre (干部), who may be paired with households.' })
export class Cadre extends Node {
  @Field(() => String, { description: 'Name.' })
  name!: string;
  @Field(() => Sex.enum, { description: 'Sex.' })
  sex!: Sex;
  @Field(() => PoliticalStatus.enum, { nullable: true, description: 'Political status.' })
  politicalStatus!: PoliticalStatus | null;
  @Field(() => String, { nullable: true, description: 'Post in the organization.' })
  jobTitle!: string | null;
  @Field(() => String, { nullable: true, description: 'Phone, masked: `****8000`.' })
  phoneMasked!: string | null;
  @Field(() => CadreStatus.enum, { description: 'In post, or left.' })
  status!: CadreStatus;
  @Field(() => Day, { nullable: true, description: 'Last day in post; null while in post.' })
  leftOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Remarks of the desk.' })
  note!: string | null;
  @Field(() => Instant, { description: 'When the record was made.' })
  createdAt!: string;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@InputType()
class CadreFields extends MutationInput {
  @Field(() => PoliticalStatus.enum, { nullable: true, description: 'Political status.' })
  politicalStatus?: PoliticalStatus | null;
  @Field(() => ID, { nullable: true, description: 'The organization, of the same county.' })
  organizationId?: string | null;
  @Field(() => String, { nullable: true, description: 'Post in the organization.' })
  @Text(100)
  jobTitle?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Mobile or landline number, unique among the cadres of the county; stored sealed.',
  })
  @Rule('PHONE_INVALID', isPhone)
  phone?: string | null;
  @Field(() => String, { nullable: true, description: 'Remarks of the desk.' })
  @Text(500)
  note?: string | null;
}

@InputType({ description: 'A new cadre.' })
export class CreateCadreInput extends CadreFields {
  @Field(() => String, { description: 'Name.' })
  @Name()
  name!: string;
  @Field(() => Sex.enum, { defaultValue: 'UNKNOWN', description: 'Sex.' })
  sex!: Sex;
  @Field(() => String, {
    description: 'Where the cadre works: code of a county, a township or a village.',
  })
  @Line(12)
  divisionCode!: string;
}

@InputType({ description: 'Changes of a cadre; what is absent stays as it is, what is null is emptied.' })
export class UpdateCadreInput extends CadreFields {
  @Field(() => ID, { description: 'The cadre.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'Name.' })
  @Name()
  name?: string | null;
  @Field(() => Sex.enum, { nullable: true, description: 'Sex.' })
  sex?: Sex | null;
  @Field(() => String, { nullable: true, description: 'Where the cadre works; within the same county.' })
  @Line(12)
  divisionCode?: string | null;
}
