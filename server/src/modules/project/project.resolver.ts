import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { CreateProjectInput, UpdateProjectInput } from '#schema/project/project.type.ts';
import { projectEntity } from './project.entity.ts';
import { createProject, updateProject } from './project.service.ts';

const project = { entity: projectEntity, description: 'The project as it is now.' };
const CreateProjectPayload = definePayload('CreateProject', 'What `createProject` made.', { project });
const UpdateProjectPayload = definePayload('UpdateProject', 'What `updateProject` left.', { project });

@Resolver()
export class ProjectResolver {
  @Allow('project.write')
  @Mutation(() => CreateProjectPayload, { description: 'Puts a project on file.' })
  createProject(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateProjectInput, { description: 'The project.' }) input: CreateProjectInput,
  ) {
    return createProject(ctx, input);
  }

  @Allow('project.write')
  @Mutation(() => UpdateProjectPayload, { description: 'Changes what is on file of a project.' })
  updateProject(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateProjectInput, { description: 'What to change.' }) input: UpdateProjectInput,
  ) {
    return updateProject(ctx, input);
  }
}
