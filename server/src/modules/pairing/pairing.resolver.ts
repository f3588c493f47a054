import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { householdEntity } from '#modules/household/household.entity.ts';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { addRows, definePayload } from '#platform/read/payload.ts';
import { Notice } from '#schema/pairing/notice.type.ts';
import {
  AssignHelperInput,
  CadreLeavesInput,
  EndPairingInput,
  TransferPairingsInput,
  UndoTransferInput,
} from '#schema/pairing/pairing.input.ts';
import { cadreLeaves } from './cadre-leaves.service.ts';
import { pairingEntity } from './pairing.entity.ts';
import { assignHelper, endPairing, transferPairings } from './pairing.service.ts';
import { undoTransfer } from './undo-transfer.service.ts';

@ObjectType({ description: 'What became of one pairing of a transfer.' })
class TransferResult {
  @Field(() => ID, { description: 'The pairing as it was asked for.' })
  pairingId!: string;
  @Field(() => Boolean, { description: 'Whether it was handed over.' })
  ok!: boolean;
  @Field(() => Notice, { nullable: true, description: 'Why not; null where it was.' })
  error!: Notice | null;
}
addRows(TransferResult, {
  pairing: { entity: pairingEntity, description: 'The new pairing; null where nothing was handed over.' },
});

@ObjectType({ description: 'What became of one transfer that was to be undone.' })
class UndoneTransfer {
  @Field(() => ID, { description: 'The pairing as it was asked for; gone where it was undone.' })
  pairingId!: string;
  @Field(() => Boolean, { description: 'Whether it was undone.' })
  ok!: boolean;
  @Field(() => Notice, { nullable: true, description: 'Why not; null where it was.' })
  error!: Notice | null;
}
addRows(UndoneTransfer, {
  pairing: { entity: pairingEntity, description: 'The former pairing, which runs again; null otherwise.' },
});

const household = { entity: householdEntity, description: 'The household as it is now.' };
const warnings = (payload: { prototype: object }) =>
  Field(() => [Notice], {
    description: 'What went through but deserves a look, such as a load above the limit.',
  })(payload.prototype, 'warnings');

const AssignHelperPayload = definePayload('AssignHelper', 'What `assignHelper` made.', {
  pairing: { entity: pairingEntity, description: 'The new pairing.' },
  household,
});
warnings(AssignHelperPayload);
const TransferPairingsPayload = definePayload('TransferPairings', 'What `transferPairings` did.', {});
warnings(TransferPairingsPayload);
Field(() => [TransferResult], { description: 'One result for each pairing asked for, in that order.' })(
  TransferPairingsPayload.prototype,
  'results',
);
Field(() => Int, { description: 'How many were handed over.' })(
  TransferPairingsPayload.prototype,
  'transferred',
);
const UndoTransferPayload = definePayload('UndoTransfer', 'What `undoTransfer` did.', {});
warnings(UndoTransferPayload);
Field(() => [UndoneTransfer], { description: 'One result for each pairing asked for, in that order.' })(
  UndoTransferPayload.prototype,
  'results',
);
Field(() => Int, { description: 'How many were undone.' })(UndoTransferPayload.prototype, 'undone');
const EndPairingPayload = definePayload('EndPairing', 'What `endPairing` left.', {
  pairing: { entity: pairingEntity, description: 'The pairing, ended.' },
  household,
});
const CadreLeavesPayload = definePayload('CadreLeaves', 'What `cadreLeaves` left.', {
  cadre: { entity: cadreEntity, description: 'The cadre, who has left.' },
  pairings: { entity: pairingEntity, list: true, description: 'The new pairings of those who took over.' },
});
warnings(CadreLeavesPayload);

@Resolver()
export class PairingResolver {
  @Allow('pairing.write')
  @Mutation(() => AssignHelperPayload, { description: 'Pairs a cadre with a household.' })
  assignHelper(@Ctx() ctx: Context, @Arg('input', () => AssignHelperInput) input: AssignHelperInput) {
    return assignHelper(ctx, input);
  }

  @Allow('pairing.write')
  @Mutation(() => TransferPairingsPayload, {
    description: 'Hands pairings over to one cadre: the sound ones are done, the others reported one by one.',
  })
  transferPairings(
    @Ctx() ctx: Context,
    @Arg('input', () => TransferPairingsInput) input: TransferPairingsInput,
  ) {
    return transferPairings(ctx, input);
  }

  @Allow('pairing.undo')
  @Mutation(() => UndoTransferPayload, {
    description:
      'Takes transfers back on the day they were made, while no visit and no change stands on them: the former pairings run on as if nothing had been. The sound ones are done, the others reported one by one.',
  })
  undoTransfer(@Ctx() ctx: Context, @Arg('input', () => UndoTransferInput) input: UndoTransferInput) {
    return undoTransfer(ctx, input);
  }

  @Allow('pairing.write')
  @Mutation(() => EndPairingPayload, { description: 'Ends a pairing that nobody takes over.' })
  endPairing(@Ctx() ctx: Context, @Arg('input', () => EndPairingInput) input: EndPairingInput) {
    return endPairing(ctx, input);
  }

  @Allow('cadre.write')
  @Mutation(() => CadreLeavesPayload, {
    description: 'A cadre leaves and hands all households over, in one step; all of it or nothing.',
  })
  cadreLeaves(@Ctx() ctx: Context, @Arg('input', () => CadreLeavesInput) input: CadreLeavesInput) {
    return cadreLeaves(ctx, input);
  }
}
