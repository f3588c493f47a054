import { Field, Int, ObjectType } from 'type-graphql';
import { Day, Instant } from '../scalars.ts';

/** Where a column stands in the sheet, and what stands above it. */
@ObjectType()
abstract class SheetColumn {
  @Field(() => String, { description: 'Column of the sheet, such as `E`.' })
  column!: string;
  @Field(() => String, { description: 'Its heading in the sheet.' })
  heading!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The heading of the group above it, in a header of two rows; null where there is none.',
  })
  group!: string | null;
}

/** A column whose meaning may be remembered from former files of the county. */
@ObjectType()
abstract class RememberedColumn extends SheetColumn {
  @Field(() => Instant, {
    nullable: true,
    description:
      'Where its meaning is not what its words say but what somebody said of former files of the county: when that was. Null elsewhere.',
  })
  rememberedAt!: string | null;
}

@ObjectType({ description: 'A column of the sheet that was understood.' })
export class RecognisedColumn extends RememberedColumn {
  @Field(() => String, { description: 'What it is, such as `headId`; refusals of rows name columns so.' })
  key!: string;
  @Field(() => Boolean, { description: 'Whether the spreadsheet hides it; it is read all the same.' })
  isHidden!: boolean;
}

@ObjectType({ description: 'What is taken for every row, since the file has no such column.' })
export class AssumedColumn {
  @Field(() => String, { description: 'Key of the column, such as `category`.' })
  key!: string;
  @Field(() => String, { description: 'Code that is taken, such as `ORDINARY`.' })
  code!: string;
  @Field(() => String, { description: 'What it says, in the language asked for.' })
  label!: string;
}

@ObjectType({ description: 'A row below the header that holds no record.' })
export class SkippedRow {
  @Field(() => String, { description: 'Name of its sheet; empty for csv.' })
  sheetName!: string;
  @Field(() => Int, { description: 'Number of the row as the spreadsheet shows it.' })
  rowNumber!: number;
}

@ObjectType({ description: 'A column of the sheet that means nothing to the import.' })
export class IgnoredColumn extends RememberedColumn {
  @Field(() => Int, {
    nullable: true,
    description:
      'Of a column without a heading, which is then called by its place, such as `J列`: how many of its cells hold something. Null for one with a heading.',
  })
  filled!: number | null;
}

@ObjectType({
  description: 'A column of which the heading alone does not tell what it means; it is not read.',
})
export class AmbiguousColumn extends SheetColumn {
  @Field(() => [String], {
    description:
      'Keys of the columns it may be; say which with `columnMap`. Empty where it holds words of a state of which nobody can tell whether they are an end: use the usual words, or leave it out.',
  })
  keys!: string[];
}

@ObjectType({ description: 'A column that sheets of this kind may have.' })
export class KnownColumn {
  @Field(() => String, { description: 'Its key, such as `headId`.' })
  key!: string;
  @Field(() => Boolean, { description: 'Whether no sheet is taken without it.' })
  isRequired!: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      'What it says together with the other columns of the same word, such as `household`: no sheet is taken without one of them. Null where it stands alone.',
  })
  oneOf!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'With `oneOf`: key of the column without which this one does not count, as a birth date does not without the name.',
  })
  along!: string | null;
}

@ObjectType({ description: 'A sheet of the file.' })
export class ImportSheet {
  @Field(() => String, { description: 'Its name; empty for csv.' })
  name!: string;
  @Field(() => Boolean, {
    description:
      'Whether its rows are imported: the first sheet with a known header and all that have the same columns, but for those that are hidden or set aside.',
  })
  isRead!: boolean;
  @Field(() => Boolean, { description: 'Whether the spreadsheet hides it.' })
  isHidden!: boolean;
  @Field(() => Boolean, {
    description:
      'Whether its name says that it holds no records of today, such as 已解除, 作废 or 填写示例: it is read only where it is chosen.',
  })
  isSetAside!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'Rows with content of a sheet that is not read; null for one that is.',
  })
  rows!: number | null;
}

@ObjectType({ description: 'What the header of the sheet gave.' })
export class ImportColumns {
  @Field(() => String, { description: 'Name of the sheet; empty for csv.' })
  sheetName!: string;
  @Field(() => Int, { description: 'Row of the header, the lower one of two.' })
  headerRow!: number;
  @Field(() => [RecognisedColumn], { description: 'Columns that are read.' })
  recognised!: RecognisedColumn[];
  @Field(() => [IgnoredColumn], { description: 'Columns that are not.' })
  ignored!: IgnoredColumn[];
  @Field(() => [AmbiguousColumn], {
    description: 'Of the ignored columns those of which somebody must say what they are.',
  })
  ambiguous!: AmbiguousColumn[];
  @Field(() => [KnownColumn], {
    description: 'All columns that such a sheet may have: what headings can be mapped to.',
  })
  known!: KnownColumn[];
  @Field(() => [ImportSheet], {
    description:
      'Sheets of the file. Those that are not read are known, with their rows, once it is CHECKED.',
  })
  sheets!: ImportSheet[];
  @Field(() => Int, {
    nullable: true,
    description:
      'Rows that the spreadsheet hides, by hand, by a filter or by their height, or crosses out; null until it is CHECKED.',
  })
  hiddenRows!: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Rows below the header that hold no record and are not read: sums, signatures, remarks, examples, the header once more. Null until it is CHECKED.',
  })
  skippedRows!: number | null;
  @Field(() => [SkippedRow], { description: 'The first hundred of them.' })
  skipped!: SkippedRow[];
  @Field(() => [AssumedColumn], {
    description:
      'Columns that the file lacks and of which something is taken for every row that makes a record.',
  })
  assumed!: AssumedColumn[];
  @Field(() => Day, {
    nullable: true,
    description:
      'The day of which a title, the name of a sheet or that of the file speaks, where `asOf` was not given and that day has gone by: the list is read as one of today, and perhaps is none. Null elsewhere.',
  })
  listDay!: string | null;
  @Field(() => Boolean, { description: 'Whether the hidden rows are left out.' })
  skipsHidden!: boolean;
}
