import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Needs } from '../needs.ts';
import { Day, Period } from '../scalars.ts';

export enum BoardBy {
  COUNTY = 'COUNTY',
  TOWNSHIP = 'TOWNSHIP',
  VILLAGE = 'VILLAGE',
  CADRE = 'CADRE',
}
registerEnumType(BoardBy, {
  name: 'BoardBy',
  description: 'What each row of a board stands for.',
  valuesConfig: {
    COUNTY: { description: 'One row a county.' },
    TOWNSHIP: { description: 'One row a township.' },
    VILLAGE: { description: 'One row a village.' },
    CADRE: { description: 'One row a cadre: the duties they owe, the households paired with them today.' },
  },
});

/** Each number is the length of a list; its description says of which. */
@ObjectType({
  description: 'The numbers of a quarter; each is the length of the list its description names.',
})
export class BoardCounts {
  @Needs('household.read')
  @Field(() => Int, {
    nullable: true,
    description: '`households(filter: {divisionCode, status: [ACTIVE]})`; of a cadre `{helper}`.',
  })
  households!: number | null;
  @Field(() => Int, { description: '`visitDuties(filter: {period, divisionCode, cadre})`.' })
  duties!: number;
  @Field(() => Int, { description: 'The same with `status: [DONE, LATE_DONE]`.' })
  done!: number;
  @Field(() => Int, { description: 'The same with `status: [LATE_DONE]`; part of `done`.' })
  lateDone!: number;
  @Field(() => Int, { description: 'The same with `status: [DUE]`.' })
  due!: number;
  @Field(() => Int, { description: 'The same with `overdue: true`; part of `due`.' })
  overdue!: number;
  @Field(() => Int, { description: 'The same with `status: [MISSED]`.' })
  missed!: number;
  @Field(() => Int, { description: 'The same with `status: [EXCUSED]`.' })
  excused!: number;
  @Field(() => Int, { description: 'The same with `status: [UPCOMING]`.' })
  upcoming!: number;
  @Field(() => Int, {
    nullable: true,
    description:
      'Done in basis points (10000 = all) of the duties less the excused, rounded; null where none is left.',
  })
  rateBps!: number | null;
  @Field(() => Int, {
    description: '`problems(filter: {divisionCode, cadre, status: [OPEN, IN_HAND]})`, of any period.',
  })
  problemsOpen!: number;
  @Needs('household.read', 'pairing.read')
  @Field(() => Int, {
    nullable: true,
    description: '`households(filter: {divisionCode, missingHelper: true})`; of a cadre `{helper}` too.',
  })
  missingHelper!: number | null;
}

@ObjectType({ description: 'What to filter lists by to see the rows behind the numbers.' })
export class BoardFilter {
  @Field(() => Period, { description: 'For visit duties.' })
  period!: string;
  @Field(() => String, { nullable: true, description: 'For all lists.' })
  divisionCode!: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'For visit duties and problems; the filter `helper` of households. Null for rows of divisions.',
  })
  cadre!: string | null;
}

@ObjectType({ description: 'One county, township, village or cadre of a board.' })
export class BoardRow extends BoardCounts {
  @Field(() => BoardFilter, { description: 'What to filter lists by to see the rows behind the numbers.' })
  filter!: BoardFilter;
}

@ObjectType({ description: 'How the visits of a period stand, within what the viewer may see.' })
export class QuarterBoard {
  @Field(() => Period, { description: 'The period.' })
  period!: string;
  @Field(() => Day, { description: 'The business day it was reckoned for: today.' })
  asOf!: string;
  @Field(() => BoardCounts, { description: 'The numbers of the whole.' })
  totals!: BoardCounts;
}
