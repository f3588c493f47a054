import { Field, Int, ObjectType } from 'type-graphql';
import { FundDocumentKind, FundLevel, ReissueStatus } from '#schema/codes/money/document.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Day, Instant, Money } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description:
    'A fund document (资金文件), such as an indicator document (指标文): a paper that brings money into funds, or takes some back.',
})
export class FundDocument extends Node {
  @Field(() => FundDocumentKind.enum, { description: 'What kind of paper it is.' })
  kind!: FundDocumentKind;
  @Field(() => String, {
    description: 'Number in its one form, such as `冀财农〔2026〕8号`; unique in the county.',
  })
  number!: string;
  @Field(() => String, { description: 'Title; empty where a list had none.' })
  title!: string;
  @Field(() => Day, { nullable: true, description: 'The day it was issued.' })
  issuedOn!: string | null;
  @Field(() => Day, {
    nullable: true,
    description: 'The day the county received it; never before it was issued.',
  })
  receivedOn!: string | null;
  @Field(() => Int, { description: 'The year whose budget its money belongs to.' })
  budgetYear!: number;
  @Field(() => Boolean, {
    description: 'Whether it was released before its year; the money may be used once the year has begun.',
  })
  isEarly!: boolean;
  @Field(() => Instant, { description: 'When it was recorded.' })
  recordedAt!: string;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@ObjectType({
  implements: Node,
  description: 'One amount of a fund document: of one level, for one task, into one fund.',
})
export class FundLine extends Node {
  @Field(() => FundLevel.enum, { description: 'Whose money it is.' })
  level!: FundLevel;
  @Field(() => String, { nullable: true, description: 'The task it is for, in the words of the document.' })
  task!: string | null;
  @Field(() => Boolean, { description: 'Whether it bears the mark of direct money (直达资金).' })
  isDirect!: boolean;
  @Field(() => String, { nullable: true, description: 'Code of the budget project.' })
  projectCode!: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the function subject (功能科目).' })
  functionCode!: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the economic class (经济分类).' })
  economicCode!: string | null;
  @Field(() => Money, { description: 'The amount; below zero it takes back from another line.' })
  amount!: bigint;
  @Field(() => Money, {
    nullable: true,
    description:
      'What the newest list states as allocated; kept to be compared with the books, never posted.',
  })
  statedAllocated!: bigint | null;
  @Field(() => Money, { nullable: true, description: 'The same for what is disbursed to units.' })
  statedDisbursed!: bigint | null;
  @Field(() => Money, { nullable: true, description: 'The same for what is paid to the final receiver.' })
  statedPaid!: bigint | null;
  @Field(() => String, { nullable: true, description: 'Remarks.' })
  note!: string | null;
  @Field(() => ReissueStatus.enum, {
    nullable: true,
    description:
      'Whether it is the money of another line once more; null where nothing speaks for it. ASKED: not in the books until somebody decides.',
  })
  reissue!: ReissueStatus | null;
  @Field(() => Instant, { nullable: true, description: 'When that was decided.' })
  reissueDecidedAt!: string | null;
  @Field(() => Instant, { description: 'When it was recorded.' })
  recordedAt!: string;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}
