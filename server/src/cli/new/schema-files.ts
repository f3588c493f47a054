import { type Names, toWrite } from './names.ts';

export const tableFile = ({ camel, snake }: Names): string => `\
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { householdKey, ofHousehold } from '#schema/household/household.table.ts';
import { createdAt, version } from '../columns.ts';

export const ${camel} = pgTable(
  '${snake}',
  {
    ...ofHousehold(),
    name: text().notNull(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    householdKey('${snake}', t),
    index('${snake}_household').on(t.countyCode, t.householdId),
    index('${snake}_newest').on(t.createdAt, t.countyCode),
  ],
);
`;

export const typeFile = ({ pascal }: Names): string => `\
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Node } from '#schema/node/node.type.ts';
import { MutationInput, Title } from '../checks.ts';
import { Instant } from '../scalars.ts';

@ObjectType({ implements: Node, description: '${toWrite}' })
export class ${pascal} extends Node {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;
  @Field(() => Instant, { description: 'When the record was made.' })
  createdAt!: string;
  @Field(() => Int, { description: 'Raised at each edit; send it back as \`expectedVersion\`.' })
  version!: number;
}

@InputType({ description: '${toWrite}' })
export class Create${pascal}Input extends MutationInput {
  @Field(() => ID, { description: 'The household it belongs to.' })
  householdId!: string;
  @Field(() => String, { description: 'What it is called.' })
  @Title(100)
  name!: string;
}
`;

/** Its records are followed by other programs, as all of a household's are. */
export const labelsFile = ({ camel, pascal }: Names): string => `\
import { defineLabels } from '../codes/labels/define-labels.ts';

export const ${camel}Labels = [
  defineLabels(
    '${pascal}',
    { name: ['名称', 'Name'] },
    { title: ['${toWrite}', '${pascal}', '${toWrite}'], isFollowed: true, inputs: ['Create${pascal}Input'] },
  ),
];
`;
