import { memberEntity } from '#modules/household/member/member.entity.ts';
import type { SealedRecord } from '#modules/household/member/reveal.service.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { ownerOf } from '#platform/people/personal.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { end, insert } from '#platform/write/write.ts';
import { hasSoundCheckDigit, isCardNumber, normaliseAccount } from '#schema/payment/account-number.ts';
import type { EndBankAccountInput, RecordBankAccountInput } from '#schema/payment/bank-account.type.ts';
import { maskAccount } from '#schema/person/mask.ts';
import { foldLine, foldName } from '#schema/text.ts';
import { bankAccountEntity } from './bank-account.entity.ts';
import { lockCurrentAccount } from './bank-account.queries.ts';

/** What the cipher of an account is bound to. */
export const ownerOfAccount = (countyCode: string, id: string): string =>
  ownerOf('bank_account', countyCode, id);

function accountColumns(ctx: Context, owner: string, account: string) {
  return {
    accountCipher: ctx.cipher.seal(account, owner),
    accountHash: ctx.cipher.hash('bank-account', account),
    accountMasked: maskAccount(account),
  };
}

export async function recordBankAccount(ctx: Context, input: RecordBankAccountInput) {
  const countyCode = countyOf(memberEntity, input.memberId, 'input.memberId');
  return command(ctx, 'recordBankAccount', countyCode, input, async (work) => {
    const member = await lockRow(work, memberEntity, input.memberId, 'input.memberId', 'bankAccount.write');
    if (member.leftOn !== null) throw refuse('MEMBER_LEFT', { 'input.memberId': 'MEMBER_LEFT' });
    const account = normaliseAccount(input.accountNumber);
    const isCard = input.kind === 'CARD';
    if (isCard && !isCardNumber(account)) throw invalid({ 'input.accountNumber': 'ACCOUNT_NUMBER_INVALID' });
    const fromOn = input.fromOn ?? today(ctx.clock);
    if (fromOn > today(ctx.clock)) throw invalid({ 'input.fromOn': 'DATE_IN_FUTURE' });
    await endFormer(work, countyCode, member.id, fromOn);
    const id = newId();
    const row = {
      countyCode,
      id,
      householdId: member.householdId,
      villageCode: member.villageCode,
      memberId: member.id,
      kind: input.kind,
      bankName: foldLine(input.bankName),
      holderName: foldName(input.holderName ?? member.name),
      ...accountColumns(ctx, ownerOfAccount(countyCode, id), account),
      isDoubtful: isCard && !hasSoundCheckDigit(account),
      fromOn,
      createdAt: ctx.clock.now().toISOString(),
    };
    await insert(work, bankAccountEntity, row, { action: 'recordBankAccount' });
    return { bankAccount: [countyCode, id], member: [countyCode, member.id] };
  });
}

async function endFormer(work: WorkContext, countyCode: string, memberId: string, toOn: string) {
  const former = await lockCurrentAccount(work, countyCode, memberId);
  if (!former) return;
  if (former.fromOn > toOn) throw invalid({ 'input.fromOn': 'END_BEFORE_START' });
  await end(work, bankAccountEntity, former, { toOn }, { action: 'endBankAccount' });
}

export async function endBankAccount(ctx: Context, input: EndBankAccountInput) {
  const countyCode = countyOf(bankAccountEntity, input.id, 'input.id');
  return command(ctx, 'endBankAccount', countyCode, input, async (work) => {
    const before = await lockRow(work, bankAccountEntity, input.id, 'input.id', 'bankAccount.write');
    checkVersion(before, input.expectedVersion);
    if (before.toOn !== null) throw refuse('ACCOUNT_ENDED', { 'input.id': 'ACCOUNT_ENDED' });
    const toOn = today(ctx.clock);
    const { reason } = input;
    await end(work, bankAccountEntity, before, { toOn }, { action: 'endBankAccount', facts: { reason } });
    return { bankAccount: [countyCode, before.id], member: [countyCode, before.memberId] };
  });
}

/** The number in full is for who may see whole numbers, and the accounts. */
export async function sealedAccount(work: WorkContext, id: string): Promise<SealedRecord> {
  await lockRow(work, bankAccountEntity, id, 'input.id', 'bankAccount.read');
  const row = await lockRow(work, bankAccountEntity, id, 'input.id', 'personal.reveal');
  return {
    ...row,
    divisionCode: row.villageCode,
    owner: ['bank_account', row.id],
    cipher: row.accountCipher,
  };
}
