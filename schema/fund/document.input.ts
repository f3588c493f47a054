import { Field, ID, InputType, Int } from 'type-graphql';
import { FundDocumentKind, FundLevel, ReissueStatus } from '#schema/codes/money/document.codes.ts';
import { Between, expectedVersion, Line, ListOf, MutationInput, Rule, Text } from '../checks.ts';
import { Day, Money } from '../scalars.ts';

@InputType({ description: 'One amount of a fund document.' })
export class FundLineInput {
  @Field(() => ID, { description: 'The fund it goes into, of the year of the document.' })
  fundId!: string;
  @Field(() => FundLevel.enum, { description: 'Whose money it is.' })
  level!: FundLevel;
  @Field(() => Money, {
    description: 'The amount, not zero; below zero it takes back from the line that `reducesId` names.',
  })
  @Rule('OUT_OF_RANGE', (fen: bigint) => fen !== 0n && fen <= 10n ** 14n && fen >= -(10n ** 14n))
  amount!: bigint;
  @Field(() => String, { nullable: true, description: 'The task it is for.' })
  @Text(100)
  task?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is direct money; no where it is absent.' })
  isDirect?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Code of the budget project.' })
  @Text(50)
  projectCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the function subject, 3 to 9 digits.' })
  @Rule('SUBJECT_INVALID', (code: string) => /^\d{3,9}$/.test(code))
  functionCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the economic class, 3 to 9 digits.' })
  @Rule('SUBJECT_INVALID', (code: string) => /^\d{3,9}$/.test(code))
  economicCode?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Remarks. A document that they name is compared: its money may be this one.',
  })
  @Text(500)
  note?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Of an amount below zero: the line that it takes back from, of the same fund and level.',
  })
  reducesId?: string | null;
}

@InputType()
class DaysOfDocumentInput extends MutationInput {
  @Field(() => Day, { nullable: true, description: 'The day it was issued, not in the future.' })
  issuedOn?: string | null;
  @Field(() => Day, {
    nullable: true,
    description: 'The day the county received it, not before it was issued.',
  })
  receivedOn?: string | null;
}

@InputType({ description: 'A fund document with its lines, which are posted at once.' })
export class RecordFundDocumentInput extends DaysOfDocumentInput {
  @Field(() => String, { description: 'Code of the county, 6 digits.' })
  @Line(6)
  countyCode!: string;
  @Field(() => FundDocumentKind.enum, { defaultValue: 'INDICATOR', description: 'What kind of paper it is.' })
  kind!: FundDocumentKind;
  @Field(() => String, {
    description: 'Number; whatever brackets it is written with, one number in the county.',
  })
  @Line(60)
  number!: string;
  @Field(() => String, { description: 'Title.' })
  @Line(200)
  title!: string;
  @Field(() => Int, { description: 'The year whose budget its money belongs to, 2000 to 2100.' })
  @Between(2000, 2100)
  budgetYear!: number;
  @Field(() => Boolean, { nullable: true, description: 'Whether it was released before its year.' })
  isEarly?: boolean | null;
  @Field(() => [FundLineInput], { description: 'Its amounts, 250 at most.' })
  @ListOf(250)
  lines!: FundLineInput[];
  @Field(() => Money, {
    nullable: true,
    description:
      'The sum that the document states; it must be that of the lines. UNIT_DOUBTFUL where it is a 10,000th.',
  })
  total?: bigint | null;
}

@InputType({
  description: 'Changes of a fund document; its number, its year and its amounts do not change.',
})
export class UpdateFundDocumentInput extends DaysOfDocumentInput {
  @Field(() => ID, { description: 'The document.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'Title.' })
  @Line(200)
  title?: string | null;
}

@InputType({ description: 'More lines of a document on record.' })
export class AddFundLinesInput extends MutationInput {
  @Field(() => ID, { description: 'The document.' })
  documentId!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => [FundLineInput], { description: 'The amounts, 250 at most.' })
  @ListOf(250)
  lines!: FundLineInput[];
}

@InputType({ description: 'Whether a line is the money of another once more.' })
export class DecideReissueInput extends MutationInput {
  @Field(() => ID, { description: 'The line.' })
  lineId!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => ReissueStatus.enum, { description: 'SAME_MONEY, or OTHER_MONEY, which posts it.' })
  decision!: ReissueStatus;
}

@InputType({ description: 'Which line an amount below zero takes back from.' })
export class AssignReductionInput extends MutationInput {
  @Field(() => ID, { description: 'The line with the amount below zero.' })
  lineId!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => ID, { description: 'The line that it takes back from, of the same fund and level.' })
  reducesId!: string;
}
