import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { CloseBooksInput, DecideReopeningInput, RequestReopeningInput } from '#schema/fund/book.type.ts';
import { bookEntity, bookEventEntity } from './book.entity.ts';
import { closeBooks, decideReopening, requestReopening } from './book.service.ts';

const book = { entity: bookEntity, description: 'The books as they are now.' };
const CloseBooksPayload = definePayload('CloseBooks', 'What `closeBooks` left.', { book });
const RequestReopeningPayload = definePayload('RequestReopening', 'What `requestReopening` made.', {
  request: { entity: bookEventEntity, description: 'The request.' },
  book,
});
const DecideReopeningPayload = definePayload('DecideReopening', 'What `decideReopening` left.', { book });

@Resolver()
export class BookResolver {
  @Allow('fund.close')
  @Mutation(() => CloseBooksPayload, {
    description: 'Closes the books through the end of a month: nothing is posted for these days any more.',
  })
  closeBooks(
    @Ctx() ctx: Context,
    @Arg('input', () => CloseBooksInput, { description: 'Through which day.' }) input: CloseBooksInput,
  ) {
    return closeBooks(ctx, input);
  }

  @Allow('fund.close')
  @Mutation(() => RequestReopeningPayload, { description: 'Asks that closed books be opened again.' })
  requestReopening(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestReopeningInput, { description: 'How far, and why.' })
    input: RequestReopeningInput,
  ) {
    return requestReopening(ctx, input);
  }

  @Allow('fund.approve')
  @Mutation(() => DecideReopeningPayload, {
    description: 'Opens closed books again, or refuses to. Refused with MAKER_IS_CHECKER for whoever asked.',
  })
  decideReopening(
    @Ctx() ctx: Context,
    @Arg('input', () => DecideReopeningInput, { description: 'The answer.' }) input: DecideReopeningInput,
  ) {
    return decideReopening(ctx, input);
  }
}
