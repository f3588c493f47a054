import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ExportFormat, ExportStatus } from '#schema/codes/export.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Line, ListOf, MutationInput, Rule } from '../checks.ts';
import { Instant } from '../scalars.ts';
import { readableLength } from '../text.ts';

@ObjectType({ implements: Node, description: 'A large read that is written to a file in the background.' })
export class ExportJob extends Node {
  @Field(() => String, { description: 'Type of the rows, such as `Household`.' })
  type!: string;
  @Field(() => ExportFormat.enum, { description: 'Format of the file.' })
  format!: ExportFormat;
  @Field(() => String, {
    description: 'Division it covers, with all below; empty where it is the whole country.',
  })
  divisionCode!: string;
  @Field(() => [String], { description: 'Fields of each row, beside its id.' })
  fields!: string[];
  @Field(() => String, { description: 'What the data is wanted for.' })
  purpose!: string;
  @Field(() => ExportStatus.enum, { description: 'How far it is.' })
  status!: ExportStatus;
  @Field(() => Int, { nullable: true, description: 'Rows there are; null until they are counted.' })
  total!: number | null;
  @Field(() => Int, { description: 'Rows that are written.' })
  done!: number;
  @Field(() => Float, { nullable: true, description: 'Bytes of the file; null until it is done.' })
  byteSize!: number | null;
  @Field(() => String, { nullable: true, description: 'Code of what broke it off, such as `FORBIDDEN`.' })
  failure!: string | null;
  @Field(() => Instant, { description: 'When it was asked for.' })
  createdAt!: string;
  @Field(() => Instant, { nullable: true, description: 'When the writing began, the last time it did.' })
  startedAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When it was done, broken off or cancelled.' })
  finishedAt!: string | null;
  @Field(() => Instant, {
    nullable: true,
    description: 'When the file is deleted; of one that broke off, until when it can be started again.',
  })
  expiresAt!: string | null;
  @Field(() => Int, { description: 'Raised at each step.' })
  version!: number;
}

/**
 * What `StartExportInput` of the API extends, which the module makes: the types of `type`, `filter` and `where` depend
 * on all lists there are.
 */
@InputType()
export abstract class ExportRequest extends MutationInput {
  type!: string;
  filter?: Record<string, Record<string, unknown> | null | undefined> | null;
  where?: Record<string, Record<string, unknown> | null | undefined> | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Division to export, with all below; where it is absent that of the filter, else all that the viewer may export. Needed by who may export in several places that are not one another's part.",
  })
  @Line(12)
  divisionCode?: string | null;
  @Field(() => [String], {
    nullable: true,
    description:
      'Fields of each row, such as `headName` or `currentPairing.cadre.name`; where it is absent, all plain fields and the names of what the row belongs to.',
  })
  @ListOf(100)
  fields?: string[] | null;
  @Field(() => ExportFormat.enum, { description: 'Format of the file.' })
  format!: ExportFormat;
  @Field(() => String, {
    description: 'What the data is wanted for, at least 5 characters; it stands in the audit trail.',
  })
  @Line(500)
  @Rule('TOO_SHORT', (text: string) => readableLength(text) >= 5)
  purpose!: string;
}

@InputType({ description: 'An export that is not wanted any more.' })
export class CancelExportInput extends MutationInput {
  @Field(() => ID, { description: 'The export: QUEUED or RUNNING.' })
  exportId!: string;
}

@InputType({ description: 'An export that broke off and is wanted all the same.' })
export class RetryExportInput extends MutationInput {
  @Field(() => ID, { description: 'The export: FAILED, and not past its `expiresAt`.' })
  exportId!: string;
}
