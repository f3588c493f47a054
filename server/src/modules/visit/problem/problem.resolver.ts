import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import {
  CloseProblemInput,
  RaiseProblemInput,
  ReopenProblemInput,
  TakeProblemInput,
} from '#schema/visit/problem.type.ts';
import { problemEntity } from './problem.entity.ts';
import { closeProblem, raiseProblem, reopenProblem, takeProblem } from './problem.service.ts';

const problem = { entity: problemEntity, description: 'The problem as it is now.' };
const RaiseProblemPayload = definePayload('RaiseProblem', 'What `raiseProblem` made.', { problem });
const TakeProblemPayload = definePayload('TakeProblem', 'What `takeProblem` left.', { problem });
const CloseProblemPayload = definePayload('CloseProblem', 'What `closeProblem` left.', { problem });
const ReopenProblemPayload = definePayload('ReopenProblem', 'What `reopenProblem` left.', { problem });

@Resolver()
export class ProblemResolver {
  @Allow('problem.write')
  @Mutation(() => RaiseProblemPayload, { description: 'Puts a problem of a household on record.' })
  raiseProblem(@Ctx() ctx: Context, @Arg('input', () => RaiseProblemInput) input: RaiseProblemInput) {
    return raiseProblem(ctx, input);
  }

  @Allow('problem.write')
  @Mutation(() => TakeProblemPayload, { description: 'Says who deals with a problem.' })
  takeProblem(@Ctx() ctx: Context, @Arg('input', () => TakeProblemInput) input: TakeProblemInput) {
    return takeProblem(ctx, input);
  }

  @Allow('problem.write')
  @Mutation(() => CloseProblemPayload, { description: 'Closes a problem with what came of it.' })
  closeProblem(@Ctx() ctx: Context, @Arg('input', () => CloseProblemInput) input: CloseProblemInput) {
    return closeProblem(ctx, input);
  }

  @Allow('problem.write')
  @Mutation(() => ReopenProblemPayload, { description: 'Opens a closed problem again.' })
  reopenProblem(@Ctx() ctx: Context, @Arg('input', () => ReopenProblemInput) input: ReopenProblemInput) {
    return reopenProblem(ctx, input);
  }
}
