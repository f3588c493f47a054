import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { CreateCadreInput, UpdateCadreInput } from '#schema/cadre/cadre.type.ts';
import { cadreEntity } from './cadre.entity.ts';
import { createCadre, updateCadre } from './cadre.service.ts';

const cadre = { entity: cadreEntity, description: 'The cadre as they are now.' };
const CreateCadrePayload = definePayload('CreateCadre', 'What `createCadre` made.', { cadre });
const UpdateCadrePayload = definePayload('UpdateCadre', 'What `updateCadre` left.', { cadre });

@Resolver()
export class CadreResolver {
  @Allow('cadre.write')
  @Mutation(() => CreateCadrePayload, { description: 'Puts a cadre into the directory of a county.' })
  createCadre(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateCadreInput, { description: 'The cadre.' }) input: CreateCadreInput,
  ) {
    return createCadre(ctx, input);
  }

  @Allow('cadre.write')
  @Mutation(() => UpdateCadrePayload, { description: 'Changes what is on file of a cadre.' })
  updateCadre(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateCadreInput, { description: 'What to change.' }) input: UpdateCadreInput,
  ) {
    return updateCadre(ctx, input);
  }
}
