import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { memberEntity } from '#modules/household/member/member.entity.ts';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { EndBankAccountInput, RecordBankAccountInput } from '#schema/payment/bank-account.type.ts';
import { bankAccountEntity } from './bank-account.entity.ts';
import { endBankAccount, recordBankAccount } from './bank-account.service.ts';

const bankAccount = { entity: bankAccountEntity, description: 'The account as it is now.' };
const member = { entity: memberEntity, description: 'Whose it is.' };
const RecordBankAccountPayload = definePayload('RecordBankAccount', 'What `recordBankAccount` made.', {
  bankAccount,
  member,
});
const EndBankAccountPayload = definePayload('EndBankAccount', 'What `endBankAccount` left.', {
  bankAccount,
  member,
});

@Resolver()
export class BankAccountResolver {
  @Allow('bankAccount.write')
  @Mutation(() => RecordBankAccountPayload, {
    description: 'Gives a member a bank account from a day on; the one before stays as history.',
  })
  recordBankAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => RecordBankAccountInput, { description: 'The account.' })
    input: RecordBankAccountInput,
  ) {
    return recordBankAccount(ctx, input);
  }

  @Allow('bankAccount.write')
  @Mutation(() => EndBankAccountPayload, { description: 'Closes a bank account, with none in its place.' })
  endBankAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => EndBankAccountInput, { description: 'Which one, and why.' })
    input: EndBankAccountInput,
  ) {
    return endBankAccount(ctx, input);
  }
}
