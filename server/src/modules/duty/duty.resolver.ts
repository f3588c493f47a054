import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { ExcuseDutyInput, WithdrawExcuseInput } from '#schema/visit/duty.type.ts';
import { dutyExcuseEntity, visitDutyEntity } from './duty.entity.ts';
import { excuseDuty, withdrawExcuse } from './duty.service.ts';

const fields = {
  duty: {
    entity: visitDutyEntity,
    description: 'The duty as it stands now; null where it is owed no longer.',
  },
  excuse: { entity: dutyExcuseEntity, description: 'The excuse.' },
};
const ExcuseDutyPayload = definePayload('ExcuseDuty', 'What `excuseDuty` made.', fields);
const WithdrawExcusePayload = definePayload('WithdrawExcuse', 'What `withdrawExcuse` left.', fields);

@Resolver()
export class DutyResolver {
  @Allow('duty.excuse')
  @Mutation(() => ExcuseDutyPayload, { description: 'Excuses a duty that is owed and not done.' })
  excuseDuty(@Ctx() ctx: Context, @Arg('input', () => ExcuseDutyInput) input: ExcuseDutyInput) {
    return excuseDuty(ctx, input);
  }

  @Allow('duty.excuse')
  @Mutation(() => WithdrawExcusePayload, { description: 'Takes an excuse back: the duty stands again.' })
  withdrawExcuse(@Ctx() ctx: Context, @Arg('input', () => WithdrawExcuseInput) input: WithdrawExcuseInput) {
    return withdrawExcuse(ctx, input);
  }
}
