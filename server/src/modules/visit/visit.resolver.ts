import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { householdEntity } from '#modules/household/household.entity.ts';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { CorrectVisitInput, LogVisitInput, WithdrawVisitInput } from '#schema/visit/visit.input.ts';
import { correctVisit, withdrawVisit } from './correct-visit.service.ts';
import { visitEntity } from './visit.entity.ts';
import { logVisit } from './visit.service.ts';

const fields = {
  visit: { entity: visitEntity, description: 'The visit as it is now.' },
  household: {
    entity: householdEntity,
    description: 'The household as it is now; null where the visitor no longer looks after it.',
  },
};
const LogVisitPayload = definePayload('LogVisit', 'What `logVisit` made.', fields);
const CorrectVisitPayload = definePayload('CorrectVisit', 'What `correctVisit` left.', fields);
const WithdrawVisitPayload = definePayload('WithdrawVisit', 'What `withdrawVisit` left.', fields);

@Resolver()
export class VisitResolver {
  @Allow('visit.write')
  @Mutation(() => LogVisitPayload, {
    description:
      'Puts a visit on record, credited to the pairing of its day, with the problems and photos it brought.',
  })
  logVisit(@Ctx() ctx: Context, @Arg('input', () => LogVisitInput) input: LogVisitInput) {
    return logVisit(ctx, input);
  }

  @Allow('visit.write')
  @Mutation(() => CorrectVisitPayload, { description: 'Corrects a visit and keeps what it said before.' })
  correctVisit(@Ctx() ctx: Context, @Arg('input', () => CorrectVisitInput) input: CorrectVisitInput) {
    return correctVisit(ctx, input);
  }

  @Allow('visit.write')
  @Mutation(() => WithdrawVisitPayload, {
    description: 'Withdraws a visit: it stays on record and counts for nothing.',
  })
  withdrawVisit(@Ctx() ctx: Context, @Arg('input', () => WithdrawVisitInput) input: WithdrawVisitInput) {
    return withdrawVisit(ctx, input);
  }
}
