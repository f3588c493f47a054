import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { BankAccountKind } from '#schema/codes/money/payment.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { expectedVersion, Line, MutationInput, Name, Rule } from '../checks.ts';
import { Day, Instant } from '../scalars.ts';
import { isAccountNumber } from './account-number.ts';

@ObjectType({ implements: Node, description: 'A bank account of a member, current or former.' })
export class BankAccount extends Node {
  @Field(() => BankAccountKind.enum, { description: 'Card or passbook.' })
  kind!: BankAccountKind;
  @Field(() => String, { description: 'The bank, with its branch where it is known.' })
  bankName!: string;
  @Field(() => String, { description: 'Name of the account as the bank has it.' })
  holderName!: string;
  @Field(() => String, { description: 'Number of the account, masked: `****0018`.' })
  accountMasked!: string;
  @Field(() => Boolean, { description: 'The check digit of the card does not fit; please look again.' })
  isDoubtful!: boolean;
  @Field(() => Day, { description: 'Since when it is used.' })
  fromOn!: string;
  @Field(() => Day, { nullable: true, description: 'When it was replaced or closed; null: it is current.' })
  toOn!: string | null;
  @Field(() => Instant, { description: 'When the record was made.' })
  createdAt!: string;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@InputType({ description: 'The account of a member from a day on; it ends the one before.' })
export class RecordBankAccountInput extends MutationInput {
  @Field(() => ID, { description: 'The member, who is in the household.' })
  memberId!: string;
  @Field(() => BankAccountKind.enum, { description: 'Card or passbook.' })
  kind!: BankAccountKind;
  @Field(() => String, { description: 'The bank, with its branch where it is known.' })
  @Line(60)
  bankName!: string;
  @Field(() => String, { nullable: true, description: 'Name of the account; absent: that of the member.' })
  @Name()
  holderName?: string | null;
  @Field(() => String, {
    description: 'Its number: 8 to 32 digits, of a card 16 to 19; blanks do not count.',
  })
  @Rule('ACCOUNT_NUMBER_INVALID', isAccountNumber)
  accountNumber!: string;
  @Field(() => Day, {
    nullable: true,
    description: 'Since when; not in the future, nor before the account that it replaces. Absent: today.',
  })
  fromOn?: string | null;
}

@InputType({ description: 'An account that is closed, without another in its place.' })
export class EndBankAccountInput extends MutationInput {
  @Field(() => ID, { description: 'The account, current.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { description: 'Why, such as a card that was cancelled.' })
  @Line(200)
  reason!: string;
}
