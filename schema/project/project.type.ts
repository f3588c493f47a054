import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ProjectKind } from '#schema/codes/money/project.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Between, expectedVersion, Line, MutationInput, Rule, Text, Title } from '../checks.ts';
import { Instant, Money } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description: 'A project (帮扶项目) of the library of a county, on which money of support funds is spent.',
})
export class Project extends Node {
  @Field(() => String, { nullable: true, description: 'Number in the library; null until it has one.' })
  number!: string | null;
  @Field(() => String, { description: 'Name.' })
  name!: string;
  @Field(() => ProjectKind.enum, { description: 'What it is about.' })
  kind!: ProjectKind;
  @Field(() => Int, { description: 'Year of the plan that it stands in.' })
  year!: number;
  @Field(() => Money, { nullable: true, description: 'Planned in all; null while it is not known.' })
  budget!: bigint | null;
  @Field(() => String, { nullable: true, description: 'What is built, bought or done.' })
  content!: string | null;
  @Field(() => Instant, { description: 'When the record was made.' })
  createdAt!: string;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@InputType()
class ProjectFields extends MutationInput {
  @Field(() => String, { nullable: true, description: 'Number in the library, unique in the county.' })
  @Title(50)
  number?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The unit that carries it out: an organization of the same county.',
  })
  organizationId?: string | null;
  @Field(() => Money, { nullable: true, description: 'Planned in all, not negative.' })
  @Rule('OUT_OF_RANGE', (fen: bigint) => fen >= 0n)
  budget?: bigint | null;
  @Field(() => String, { nullable: true, description: 'What is built, bought or done.' })
  @Text(1_000)
  content?: string | null;
}

@InputType({ description: 'A new project.' })
export class CreateProjectInput extends ProjectFields {
  @Field(() => String, { description: 'Where it is: code of a county, a township or a village.' })
  @Line(12)
  divisionCode!: string;
  @Field(() => String, { description: 'Name.' })
  @Title(100)
  name!: string;
  @Field(() => ProjectKind.enum, { description: 'What it is about.' })
  kind!: ProjectKind;
  @Field(() => Int, { description: 'Year of the plan that it stands in, 2000 to 2100.' })
  @Between(2000, 2100)
  year!: number;
}

@InputType({ description: 'Changes of a project; what is absent stays as it is, what is null is emptied.' })
export class UpdateProjectInput extends ProjectFields {
  @Field(() => ID, { description: 'The project.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'Where it is; within the same county.' })
  @Line(12)
  divisionCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Name.' })
  @Title(100)
  name?: string | null;
  @Field(() => ProjectKind.enum, { nullable: true, description: 'What it is about.' })
  kind?: ProjectKind | null;
  @Field(() => Int, { nullable: true, description: 'Year of the plan that it stands in, 2000 to 2100.' })
  @Between(2000, 2100)
  year?: number | null;
}
