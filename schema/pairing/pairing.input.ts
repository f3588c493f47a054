import { Field, ID, InputType } from 'type-graphql';
import { PairingEndReason, PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { Line, ListOf, MutationInput, Text } from '../checks.ts';
import { Day } from '../scalars.ts';

@InputType({ description: 'A helper for a household.' })
export class AssignHelperInput extends MutationInput {
  @Field(() => ID, { description: 'The household.' })
  householdId!: string;
  @Field(() => ID, { description: 'The cadre.' })
  cadreId!: string;
  @Field(() => PairingRole.enum, { defaultValue: 'MAIN', description: 'Main helper or assistant.' })
  role!: PairingRole;
  @Field(() => Day, {
    nullable: true,
    description: 'First day; today where it is absent. Not in the future.',
  })
  startedOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Why, in the words of the desk.' })
  @Text(500)
  note?: string | null;
}

@InputType({ description: 'Pairings that one cadre takes over.' })
export class TransferPairingsInput extends MutationInput {
  @Field(() => [ID], { description: 'The pairings that end, 1 to 250.' })
  @ListOf(250)
  pairingIds!: string[];
  @Field(() => ID, { description: 'The cadre who takes over.' })
  toCadre!: string;
  @Field(() => Day, {
    description: 'First day of the new pairings; the old ones end on the day before. Not in the future.',
  })
  effectiveOn!: string;
  @Field(() => String, { description: 'Why, in the words of the desk.' })
  @Line(500)
  reason!: string;
  @Field(() => String, { nullable: true, description: 'What the former helper leaves to the next.' })
  @Text(2_000)
  handOverNote?: string | null;
  @Field(() => PairingRole.enum, {
    nullable: true,
    description: 'Role of the new pairings; the former role where it is absent.',
  })
  role?: PairingRole | null;
}

@InputType({ description: 'Transfers that are taken back on the day they were made.' })
export class UndoTransferInput extends MutationInput {
  @Field(() => [ID], {
    description: 'The pairings that the transfer made, 1 to 250, all of one county.',
  })
  @ListOf(250)
  pairingIds!: string[];
}

@InputType({ description: 'The end of a pairing that nobody takes over.' })
export class EndPairingInput extends MutationInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;
  @Field(() => Day, { description: 'Last day, inclusive. Not in the future.' })
  endedOn!: string;
  @Field(() => PairingEndReason.enum, { description: 'Why it ends.' })
  reason!: PairingEndReason;
  @Field(() => String, { nullable: true, description: 'More in words.' })
  @Text(500)
  note?: string | null;
}

@InputType({ description: 'Who takes over one pairing of a cadre who leaves.' })
export class CadreSuccession {
  @Field(() => ID, { description: 'A running pairing of the cadre who leaves.' })
  pairingId!: string;
  @Field(() => ID, { description: 'The cadre who takes it over.' })
  toCadre!: string;
}

@InputType({
  description: 'The leave of a cadre, with who takes over the households: all in one step or nothing.',
})
export class CadreLeavesInput extends MutationInput {
  @Field(() => ID, { description: 'The cadre who leaves.' })
  cadreId!: string;
  @Field(() => Day, {
    description: 'Last day in post, not in the future; the successors begin on the day after.',
  })
  leftOn!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Who takes over every household that `assignments` does not name.',
  })
  toCadre?: string | null;
  @Field(() => [CadreSuccession], {
    nullable: true,
    description: 'Who takes over which household, at most 250.',
  })
  @ListOf(250)
  assignments?: CadreSuccession[] | null;
  @Field(() => String, { description: 'Why, in the words of the desk.' })
  @Line(500)
  reason!: string;
}
