import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import {
  AddBankLayoutInput,
  AddSampleLayoutsInput,
  EndBankLayoutInput,
} from '#schema/payment/bank-layout.type.ts';
import { bankLayoutEntity } from './bank-layout.entity.ts';
import { addBankLayout, addSampleLayouts, endBankLayout } from './bank-layout.service.ts';

const bankLayout = { entity: bankLayoutEntity, description: 'The layout as it is now.' };
const bankLayouts = { entity: bankLayoutEntity, description: 'Those it added.', list: true };
const AddPayload = definePayload('AddBankLayout', 'What `addBankLayout` made.', { bankLayout });
const SamplesPayload = definePayload('AddSampleLayouts', 'What `addSampleLayouts` added.', { bankLayouts });
const EndPayload = definePayload('EndBankLayout', 'What `endBankLayout` left.', { bankLayout });

@Resolver()
export class BankLayoutResolver {
  @Allow('payment.approve')
  @Mutation(() => AddPayload, {
    description: 'Adds a layout of a bank to a county, in place of one by the same name.',
  })
  addBankLayout(
    @Ctx() ctx: Context,
    @Arg('input', () => AddBankLayoutInput, { description: 'The layout.' }) input: AddBankLayoutInput,
  ) {
    return addBankLayout(ctx, input);
  }

  @Allow('payment.approve')
  @Mutation(() => SamplesPayload, {
    description:
      'Adds the samples that ship with Bangfu, each once; they are to be compared with what banks ask for.',
  })
  addSampleLayouts(
    @Ctx() ctx: Context,
    @Arg('input', () => AddSampleLayoutsInput, { description: 'Where.' }) input: AddSampleLayoutsInput,
  ) {
    return addSampleLayouts(ctx, input);
  }

  @Allow('payment.approve')
  @Mutation(() => EndPayload, { description: 'Puts a layout out of use.' })
  endBankLayout(
    @Ctx() ctx: Context,
    @Arg('input', () => EndBankLayoutInput, { description: 'Which one.' }) input: EndBankLayoutInput,
  ) {
    return endBankLayout(ctx, input);
  }
}
