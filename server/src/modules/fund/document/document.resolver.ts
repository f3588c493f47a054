import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import {
  AddFundLinesInput,
  AssignReductionInput,
  DecideReissueInput,
  RecordFundDocumentInput,
  UpdateFundDocumentInput,
} from '#schema/fund/document.input.ts';
import { fundDocumentEntity } from './document.entity.ts';
import { addFundLines, recordFundDocument, updateFundDocument } from './document.service.ts';
import { fundLineEntity } from './line.entity.ts';
import { assignReduction, decideReissue } from './line.service.ts';

const fundDocument = { entity: fundDocumentEntity, description: 'The document as it is now.' };
const fundLine = { entity: fundLineEntity, description: 'The line as it is now.' };
const RecordFundDocumentPayload = definePayload(
  'RecordFundDocument',
  'What `recordFundDocument` put on record.',
  { fundDocument },
);
const UpdateFundDocumentPayload = definePayload('UpdateFundDocument', 'What `updateFundDocument` left.', {
  fundDocument,
});
const AddFundLinesPayload = definePayload('AddFundLines', 'The document with its new lines.', {
  fundDocument,
});
const DecideReissuePayload = definePayload('DecideReissue', 'The line that was decided about.', { fundLine });
const AssignReductionPayload = definePayload('AssignReduction', 'The line that takes back.', { fundLine });

@Resolver()
export class DocumentResolver {
  @Allow('fund.write')
  @Mutation(() => RecordFundDocumentPayload, {
    description:
      'Records a fund document with its lines and posts them to the books on the day it was received, or when its year begins. Not posted: a line that may be the money of another document, which its remarks name (`reissue` is ASKED, see `decideReissue`), and an amount below zero of which nobody knows what it takes back from (see `assignReduction`). Needs a `clientMutationId`.',
  })
  recordFundDocument(
    @Ctx() ctx: Context,
    @Arg('input', () => RecordFundDocumentInput, { description: 'The document.' })
    input: RecordFundDocumentInput,
  ) {
    return recordFundDocument(ctx, input);
  }

  @Allow('fund.write')
  @Mutation(() => UpdateFundDocumentPayload, { description: 'Changes what is on file of a fund document.' })
  updateFundDocument(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateFundDocumentInput, { description: 'What to change.' })
    input: UpdateFundDocumentInput,
  ) {
    return updateFundDocument(ctx, input);
  }

  @Allow('fund.write')
  @Mutation(() => AddFundLinesPayload, {
    description: 'Adds lines to a fund document, as `recordFundDocument` does. Needs a `clientMutationId`.',
  })
  addFundLines(
    @Ctx() ctx: Context,
    @Arg('input', () => AddFundLinesInput, { description: 'The lines.' }) input: AddFundLinesInput,
  ) {
    return addFundLines(ctx, input);
  }

  @Allow('fund.approve')
  @Mutation(() => DecideReissuePayload, {
    description:
      'Decides whether a line is the money of another document once more; OTHER_MONEY posts it. Refused with MAKER_IS_CHECKER for who recorded it. Needs a `clientMutationId`.',
  })
  decideReissue(
    @Ctx() ctx: Context,
    @Arg('input', () => DecideReissueInput, { description: 'The decision.' }) input: DecideReissueInput,
  ) {
    return decideReissue(ctx, input);
  }

  @Allow('fund.write')
  @Mutation(() => AssignReductionPayload, {
    description:
      'Says which line an amount below zero takes back from, and posts it. FUND_INSUFFICIENT where less of that line is left without an allocation. Needs a `clientMutationId`.',
  })
  assignReduction(
    @Ctx() ctx: Context,
    @Arg('input', () => AssignReductionInput, { description: 'The two lines.' })
    input: AssignReductionInput,
  ) {
    return assignReduction(ctx, input);
  }
}
