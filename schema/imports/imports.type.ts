import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ImportKind, ImportRowResult, ImportStatus } from '#schema/codes/imports/import.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Line, ListOf, MutationInput, Rule } from '../checks.ts';
import { Day, Instant } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description: 'A spreadsheet on its way in: checked, imported in the background, perhaps rolled back.',
})
export class ImportBatch extends Node {
  @Field(() => String, { description: 'County or township it is bound to; rows outside are refused.' })
  divisionCode!: string;
  @Field(() => ImportKind.enum, { description: 'What is imported.' })
  kind!: ImportKind;
  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;
  @Field(() => Day, {
    nullable: true,
    description: 'The day the list speaks of; what changed later stays. Null where nobody gave one.',
  })
  asOf!: string | null;
  @Field(() => ImportStatus.enum, { description: 'How far it is.' })
  status!: ImportStatus;
  @Field(() => Int, { description: 'Rows of the sheet; while it is CHECKING those that were read so far.' })
  total!: number;
  @Field(() => Int, {
    description: 'Rows that are checked while it is CHECKING, else rows that are written: the progress.',
  })
  processed!: number;
  @Field(() => Int, { description: 'Rows that made a record, or would.' })
  created!: number;
  @Field(() => Int, { description: 'Rows that changed a record, or would.' })
  updated!: number;
  @Field(() => Int, { description: 'Rows that changed nothing.' })
  unchanged!: number;
  @Field(() => Int, { description: 'Rows that were refused.' })
  rejected!: number;
  @Field(() => String, { nullable: true, description: 'Code of what broke it off, such as `INTERNAL`.' })
  failure!: string | null;
  @Field(() => Instant, { description: 'When the file was handed in to be checked.' })
  createdAt!: string;
  @Field(() => Instant, { nullable: true, description: 'When the import was started.' })
  startedAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When it was done or rolled back.' })
  finishedAt!: string | null;
  @Field(() => Instant, {
    nullable: true,
    description:
      'When its file was deleted: a week after a check that led to nothing, thirty days after the import. Its refused rows cannot be downloaded then, nor the file looked at once more. Null while the file is there.',
  })
  fileDeletedAt!: string | null;
  @Field(() => Int, { description: 'Raised with each batch of rows.' })
  version!: number;
}

@ObjectType({
  description: 'Why a row was refused, or what should be looked at in one that was not.',
})
export class ImportRowError {
  @Field(() => String, {
    description:
      'Key of the column at fault; of a column that is not read, such as 帮扶状态, its heading with the group above it.',
  })
  column!: string;
  @Field(() => String, { description: 'One of the error codes, such as `ID_CHECKSUM`.' })
  code!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'What stands in the cell, at most 60 characters; of resident ids and phone numbers the last four only. Null where the cell is empty, and for who may not import lists of the kind.',
  })
  value!: string | null;
  @Field(() => String, { description: 'What it says in Chinese.' })
  zh!: string;
  @Field(() => String, { description: 'What it says in English.' })
  en!: string;
}

@ObjectType({ description: 'What a row changes of a record, or would.' })
export class ImportRowChange {
  @Field(() => String, { description: 'Key of the column that says otherwise than the record.' })
  column!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Value on record before the import, in words of the language asked for; numbers and phones masked. Null where there is none.',
  })
  before!: string | null;
  @Field(() => String, { nullable: true, description: 'Value the row sets, in the same form.' })
  after!: string | null;
}

@ObjectType({ implements: Node, description: 'What became of one row of a sheet.' })
export class ImportRow extends Node {
  @Field(() => Int, { description: 'Number of the row as the spreadsheet shows it.' })
  rowNumber!: number;
  @Field(() => String, { description: 'Name of its sheet; empty for csv.' })
  sheetName!: string;
  @Field(() => ImportRowResult.enum, { description: 'What became of it, or would.' })
  result!: ImportRowResult;
}

@InputType({ description: 'What a heading means.' })
export class HeadingChoiceInput {
  @Field(() => String, {
    description:
      'The heading as the sheet has it; in a header of two rows with its group first, such as `解除日期` for 日期 below 解除, unless no other column is called so. HEADING_UNKNOWN where the file has none such, COLUMN_TWICE where several columns have it or it is named twice.',
  })
  @Line(200)
  heading!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the column it stands for, one of `known`; null: it is not read.',
  })
  @Line(50)
  key?: string | null;
}

@InputType({ description: 'A spreadsheet to look at.' })
export class CheckImportInput extends MutationInput {
  @Field(() => ImportKind.enum, { description: 'What it is taken for.' })
  kind!: ImportKind;
  @Field(() => String, { description: 'County, 6 digits.' })
  @Rule('COUNTY_UNKNOWN', (code: string) => /^\d{6}$/.test(code))
  countyCode!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Township or village to which the import is bound. Where it is absent: that of `batchId`, else all that the viewer may import to.',
  })
  @Line(12)
  divisionCode?: string | null;
  @Field(() => Day, {
    nullable: true,
    description:
      'The day the list speaks of, not in the future. What was changed on record since stays, and its rows are refused with CHANGED_SINCE. Without a day rows are refused too where they contradict what somebody set by hand, or would only bring an earlier value back. Absent beside `batchId`: the day of that batch; null: none.',
  })
  asOf?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The file, as `POST /files` gave it to the same person; this or `batchId`.',
  })
  fileId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A batch whose file is looked at once more, with other choices.',
  })
  batchId?: string | null;
  @Field(() => [String], {
    nullable: true,
    description:
      'Names of the sheets to read, hidden or set aside or not, and of a csv the name of the file; they must have the same columns. Where absent: those chosen for `batchId`, else all others with the columns of the first that is known.',
  })
  @ListOf(200)
  sheets?: string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Leaves out the rows that the spreadsheet hides, by hand, by a filter or by their height, or crosses out; they are read where absent.',
  })
  skipHiddenRows?: boolean | null;
  @Field(() => [HeadingChoiceInput], {
    nullable: true,
    description:
      'What headings mean, over what their words say; with `batchId` over what was said of that batch. It holds for this batch, and once a batch of the whole county is started it is remembered for the county and the kind. What is remembered counts below the same group only, and is asked again (COLUMN_UNDECIDED) where a heading says something else or may speak of the end of help.',
  })
  @ListOf(200)
  @ValidateNested({ each: true })
  columnMap?: HeadingChoiceInput[] | null;
}

@InputType({ description: 'An import that was checked.' })
export class StartImportInput extends MutationInput {
  @Field(() => ID, {
    description: 'The batch: CHECKED, or FAILED once started, to go on from where it broke off.',
  })
  batchId!: string;
}

@InputType({ description: 'A check that broke off.' })
export class RetryImportCheckInput extends MutationInput {
  @Field(() => ID, { description: 'The batch: FAILED before it was ever started.' })
  batchId!: string;
}

@InputType({ description: 'An import to undo.' })
export class RollBackImportInput extends MutationInput {
  @Field(() => ID, { description: 'The batch: DONE, or FAILED on the way.' })
  batchId!: string;
}
