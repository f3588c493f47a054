import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { HouseholdCategory, HouseholdStatus } from '#schema/codes/household.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { isPhone } from '#schema/person/phone.ts';
import {
  Between,
  DocumentNumber,
  expectedVersion,
  Line,
  MutationInput,
  Name,
  Rule,
  Text,
} from '../checks.ts';
import { Day, Instant } from '../scalars.ts';

@ObjectType({ implements: Node, description: "A household (户) on the county's register." })
export class Household extends Node {
  @Field(() => String, { nullable: true, description: 'Number in the national system (户编号).' })
  number!: string | null;
  @Field(() => String, { nullable: true, description: 'Village group or natural village.' })
  groupName!: string | null;
  @Field(() => String, { nullable: true, description: 'Address below the village.' })
  address!: string | null;
  @Field(() => String, { description: 'Name of the head (户主).' })
  headName!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Resident id of the head, masked: `****1234`.',
  })
  headIdMasked!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Family size as registered; the members on file may be fewer.',
  })
  size!: number | null;
  @Field(() => String, { nullable: true, description: 'Phone of the household, masked: `****8000`.' })
  phoneMasked!: string | null;
  @Field(() => HouseholdCategory.enum, { description: 'Category in force today.' })
  category!: HouseholdCategory;
  @Field(() => HouseholdStatus.enum, { description: 'Whether it is on the register, and if not, why.' })
  status!: HouseholdStatus;
  @Field(() => Day, { nullable: true, description: 'Last day on the register; null while it is on it.' })
  closedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it left the register.' })
  closedReason!: string | null;
  @Field(() => String, { nullable: true, description: 'Remarks of the desk.' })
  note!: string | null;
  @Field(() => Instant, { description: 'When the record was made.' })
  createdAt!: string;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

/** What may be said of a household at its making and at every edit. */
@InputType()
class HouseholdFields extends MutationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Number in the national system; unique in the county.',
  })
  @Text(50)
  number?: string | null;
  @Field(() => String, { nullable: true, description: 'Village group or natural village.' })
  @Text(50)
  groupName?: string | null;
  @Field(() => String, { nullable: true, description: 'Address below the village.' })
  @Text(200)
  address?: string | null;
  @Field(() => Int, { nullable: true, description: 'Family size as registered, 0 to 99.' })
  @Between(0, 99)
  size?: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'Mobile or landline number; stored sealed, shown masked.',
  })
  @Rule('PHONE_INVALID', isPhone)
  phone?: string | null;
  @Field(() => String, { nullable: true, description: 'Remarks of the desk.' })
  @Text(500)
  note?: string | null;
}

@InputType({ description: 'A new household with its head.' })
export class CreateHouseholdInput extends HouseholdFields {
  @Field(() => String, { description: 'Code of the village, 12 digits.' })
  @Line(12)
  villageCode!: string;
  @Field(() => String, { description: 'Name of the head.' })
  @Name()
  headName!: string;
  @Field(() => String, {
    description: 'Resident id of the head, 18 characters; unique among the members on file in the county.',
  })
  @DocumentNumber(18)
  headResidentId!: string;
  @Field(() => HouseholdCategory.enum, { description: 'Category from `categoryFrom` on.' })
  category!: HouseholdCategory;
  @Field(() => Day, {
    nullable: true,
    description: 'First day of the category; today where it is absent. Not in the future.',
  })
  categoryFrom?: string | null;
}

@InputType({ description: 'Changes of a household; what is absent stays as it is, what is null is emptied.' })
export class UpdateHouseholdInput extends HouseholdFields {
  @Field(() => ID, { description: 'The household.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
}
