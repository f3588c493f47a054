import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  AmountUnit,
  BankColumn,
  BankDelimiter,
  BankEncoding,
  BankFileKind,
  BankTrailer,
} from '#schema/codes/money/payment.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { expectedVersion, Line, ListOf, MutationInput, Rule, Title } from '../checks.ts';
import { Day } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description: 'How the files of a bank look: what goes out and what comes back.',
})
export class BankLayout extends Node {
  @Field(() => String, { description: 'Name.' })
  name!: string;
  @Field(() => BankFileKind.enum, { description: 'Text or workbook.' })
  fileKind!: BankFileKind;
  @Field(() => BankDelimiter.enum, { description: 'What separates the fields of text.' })
  delimiter!: BankDelimiter;
  @Field(() => BankEncoding.enum, { description: 'Encoding of text.' })
  encoding!: BankEncoding;
  @Field(() => AmountUnit.enum, { description: 'Unit of amounts, in both files.' })
  amountUnit!: AmountUnit;
  @Field(() => Boolean, { description: 'Whether the file for the bank begins with headings.' })
  sentHeader!: boolean;
  @Field(() => [BankColumn.enum], { description: 'Columns of the file for the bank, in order.' })
  sentColumns!: BankColumn[];
  @Field(() => [BankTrailer.enum], { description: 'Its last line, field by field; empty: none.' })
  sentTrailer!: BankTrailer[];
  @Field(() => Boolean, { description: 'Whether the file of results begins with headings.' })
  resultHeader!: boolean;
  @Field(() => [BankColumn.enum], { description: 'Columns of the file of results, in order.' })
  resultColumns!: BankColumn[];
  @Field(() => [BankTrailer.enum], { description: 'Its last line, field by field; empty: none.' })
  resultTrailer!: BankTrailer[];
  @Field(() => [String], { description: 'Words in the column of results that mean: paid.' })
  successWords!: string[];
  @Field(() => [String], { description: 'Words that mean: not paid.' })
  failureWords!: string[];
  @Field(() => [String], { description: 'Words that mean: came back after it was paid.' })
  returnWords!: string[];
  @Field(() => Day, { description: 'Since when it is used.' })
  fromOn!: string;
  @Field(() => Day, { nullable: true, description: 'When it was put out of use; null: in use.' })
  toOn!: string | null;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

/** Columns without which a file says nothing. */
const saysWho = (columns: readonly BankColumn[]) => columns.includes('ACCOUNT') && columns.includes('AMOUNT');
const saysWhat = (columns: readonly BankColumn[]) => columns.includes('AMOUNT') && columns.includes('RESULT');
const areWords = (words: readonly string[]) => words.every((word) => word.trim() !== '' && word.length <= 40);

@InputType({ description: 'A layout of a bank, from today on.' })
export class AddBankLayoutInput extends MutationInput {
  @Field(() => String, { description: 'The county, 6 digits.' })
  @Line(6)
  countyCode!: string;
  @Field(() => String, {
    description: 'Name. One in use by this name is put out of use, since banks change their files.',
  })
  @Title(40)
  name!: string;
  @Field(() => BankFileKind.enum, { description: 'Text or workbook.' })
  fileKind!: BankFileKind;
  @Field(() => [BankColumn.enum], {
    description: 'Columns of the file for the bank; ACCOUNT and AMOUNT among them.',
  })
  @ListOf(30)
  @Rule('LAYOUT_COLUMNS_MISSING', saysWho)
  sentColumns!: BankColumn[];
  @Field(() => [BankColumn.enum], {
    description: 'Columns of the file of results; AMOUNT and RESULT among them.',
  })
  @ListOf(30)
  @Rule('LAYOUT_COLUMNS_MISSING', saysWhat)
  resultColumns!: BankColumn[];
  @Field(() => [String], { description: 'Words that mean: paid.' })
  @ListOf(20)
  @Rule('INVALID_TEXT', areWords)
  successWords!: string[];
  @Field(() => BankDelimiter.enum, {
    nullable: true,
    description: 'What separates the fields of text; absent: PIPE.',
  })
  delimiter?: BankDelimiter | null;
  @Field(() => BankEncoding.enum, { nullable: true, description: 'Encoding of text; absent: GBK.' })
  encoding?: BankEncoding | null;
  @Field(() => AmountUnit.enum, { nullable: true, description: 'Unit of amounts; absent: YUAN.' })
  amountUnit?: AmountUnit | null;
  @Field(() => Boolean, { nullable: true, description: 'Headings in the file for the bank; absent: yes.' })
  sentHeader?: boolean | null;
  @Field(() => [BankTrailer.enum], { nullable: true, description: 'Last line of it; absent: none.' })
  sentTrailer?: BankTrailer[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Headings in the file of results; absent: yes.' })
  resultHeader?: boolean | null;
  @Field(() => [BankTrailer.enum], { nullable: true, description: 'Last line of it; absent: none.' })
  resultTrailer?: BankTrailer[] | null;
  @Field(() => [String], { nullable: true, description: 'Words that mean: not paid.' })
  @Rule('INVALID_TEXT', areWords)
  failureWords?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Words that mean: came back.' })
  @Rule('INVALID_TEXT', areWords)
  returnWords?: string[] | null;
}

@InputType({ description: 'A layout that is no longer used; batches that were sent with it keep it.' })
export class EndBankLayoutInput extends MutationInput {
  @Field(() => ID, { description: 'The layout, in use.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
}

@InputType({
  description: 'Layouts to begin with. They are samples: what a bank really wants is to be asked.',
})
export class AddSampleLayoutsInput extends MutationInput {
  @Field(() => String, { description: 'The county, 6 digits.' })
  @Line(6)
  countyCode!: string;
}
