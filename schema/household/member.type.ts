import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Health, LabourAbility, WorkPlace } from '#schema/codes/people/ability.codes.ts';
import { Ethnicity } from '#schema/codes/people/ethnicity.codes.ts';
import { IdentityDocumentKind, PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { DropoutReason, Education, SchoolStatus } from '#schema/codes/people/schooling.codes.ts';
import { MemberLeaveReason } from '#schema/codes/settings.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { isPhone } from '#schema/person/phone.ts';
import { Between, DocumentNumber, MutationInput, Rule } from '../checks.ts';
import { Day, Instant } from '../scalars.ts';

@ObjectType({ implements: Node, description: 'A member of a household (家庭成员).' })
export class Member extends Node {
  @Field(() => String, { description: 'Name.' })
  name!: string;
  @Field(() => Relation.enum, { description: 'Relation to the head; one present member is the head.' })
  relation!: Relation;
  @Field(() => Sex.enum, { description: 'Sex; from the resident id where there is one.' })
  sex!: Sex;
  @Field(() => Day, {
    nullable: true,
    description:
      'Birth date; from the resident id where there is one. Only for who may see full numbers, since it would complete a masked id: others read `birthYear`, and no export holds it. Right: `personal.reveal`.',
  })
  birthOn!: string | null;
  @Field(() => IdentityDocumentKind.enum, { description: 'Kind of the identity document.' })
  documentKind!: IdentityDocumentKind;
  @Field(() => String, {
    nullable: true,
    description: 'Number of the document, masked: `****1234`.',
  })
  residentIdMasked!: string | null;
  @Field(() => String, { nullable: true, description: 'Phone, masked: `****8000`.' })
  phoneMasked!: string | null;
  @Field(() => Ethnicity.enum, { nullable: true, description: 'Ethnicity.' })
  ethnicity!: Ethnicity | null;
  @Field(() => Education.enum, { nullable: true, description: 'Education of who is not at school.' })
  education!: Education | null;
  @Field(() => SchoolStatus.enum, { nullable: true, description: 'School and year of who is at school.' })
  schoolStatus!: SchoolStatus | null;
  @Field(() => DropoutReason.enum, { nullable: true, description: 'Why out of school at school age.' })
  dropoutReason!: DropoutReason | null;
  @Field(() => LabourAbility.enum, { nullable: true, description: 'Ability to work.' })
  labour!: LabourAbility | null;
  @Field(() => [Health.enum], { description: 'Health; empty where it is not known.' })
  health!: Health[];
  @Field(() => PoliticalStatus.enum, { nullable: true, description: 'Political status.' })
  politicalStatus!: PoliticalStatus | null;
  @Field(() => WorkPlace.enum, { nullable: true, description: 'Where the member works away.' })
  workPlace!: WorkPlace | null;
  @Field(() => Int, { nullable: true, description: 'Months of work in the year.' })
  workMonths!: number | null;
  @Field(() => Boolean, { description: 'Receives the minimum living allowance (低保).' })
  hasDibao!: boolean;
  @Field(() => Day, { nullable: true, description: 'Last day in the household; null while present.' })
  leftOn!: string | null;
  @Field(() => MemberLeaveReason.enum, { nullable: true, description: 'Why the member left.' })
  leftReason!: MemberLeaveReason | null;
  @Field(() => Instant, { description: 'When the record was made.' })
  createdAt!: string;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

const documentRule =
  'A resident id is checked and gives sex and birth date; for other documents the birth date is needed. A newborn has NONE_YET and no number.';

/** What may be said of a member at the making and at every edit. */
@InputType()
export class MemberFields extends MutationInput {
  @Field(() => IdentityDocumentKind.enum, {
    nullable: true,
    description: `Kind of the identity document; a resident identity card where absent. ${documentRule}`,
  })
  documentKind?: IdentityDocumentKind | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Number of the document; stored sealed, shown masked. One person is a present member once in a county.',
  })
  @DocumentNumber(30)
  residentId?: string | null;
  @Field(() => Sex.enum, { nullable: true, description: 'Must agree with the resident id.' })
  sex?: Sex | null;
  @Field(() => Day, { nullable: true, description: 'Must agree with the resident id; not in the future.' })
  birthOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Mobile or landline number; stored sealed.' })
  @Rule('PHONE_INVALID', isPhone)
  phone?: string | null;
  @Field(() => Ethnicity.enum, { nullable: true, description: 'Ethnicity.' })
  ethnicity?: Ethnicity | null;
  @Field(() => Education.enum, { nullable: true, description: 'Only of who is not at school.' })
  education?: Education | null;
  @Field(() => SchoolStatus.enum, { nullable: true, description: 'Only of who is at school.' })
  schoolStatus?: SchoolStatus | null;
  @Field(() => DropoutReason.enum, { nullable: true, description: 'Why out of school at school age.' })
  dropoutReason?: DropoutReason | null;
  @Field(() => LabourAbility.enum, { nullable: true, description: 'Ability to work.' })
  labour?: LabourAbility | null;
  @Field(() => [Health.enum], { nullable: true, description: 'Health; HEALTHY excludes the others.' })
  @Rule('HEALTH_CONTRADICTS', (health: string[]) => !health.includes('HEALTHY') || health.length === 1)
  health?: Health[] | null;
  @Field(() => PoliticalStatus.enum, { nullable: true, description: 'Political status.' })
  politicalStatus?: PoliticalStatus | null;
  @Field(() => WorkPlace.enum, { nullable: true, description: 'Where the member works away.' })
  workPlace?: WorkPlace | null;
  @Field(() => Int, { nullable: true, description: 'Months of work in the year, 0 to 12.' })
  @Between(0, 12)
  workMonths?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Receives the minimum living allowance.' })
  hasDibao?: boolean | null;
}
