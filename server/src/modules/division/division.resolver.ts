import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { TakesUpTo } from '#platform/core/deadline.ts';
import { MoveDivisionsInput, MoveDivisionsPayload } from '#schema/division/division-verbs.type.ts';
import { moveDivisions } from './division.service.ts';

@Resolver()
export class DivisionResolver {
  @Allow('division.write')
  @TakesUpTo(120)
  @Mutation(() => MoveDivisionsPayload, {
    description:
      'Gives up old codes for new ones within their county; households, cadres, accounts, grants, tokens, webhooks and exports move with them.',
  })
  moveDivisions(
    @Ctx() ctx: Context,
    @Arg('input', () => MoveDivisionsInput, { description: 'Old codes and their successors.' })
    input: MoveDivisionsInput,
  ) {
    return moveDivisions(ctx, input);
  }
}
