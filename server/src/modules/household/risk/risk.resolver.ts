import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { AddRiskInput, EliminateRiskInput, RollBackEliminationInput } from '#schema/household/risk.type.ts';
import { householdEntity } from '../household.entity.ts';
import { riskEntity } from './risk.entity.ts';
import { addRisk, eliminateRisk, rollBackElimination } from './risk.service.ts';

const household = { entity: householdEntity, description: 'The household as it is now.' };
const risk = { entity: riskEntity, description: 'The risk as it is now.' };
const AddRiskPayload = definePayload('AddRisk', 'What `addRisk` made.', { risk, household });
const EliminateRiskPayload = definePayload('EliminateRisk', 'What `eliminateRisk` left.', {
  risk,
  household,
});
const RollBackEliminationPayload = definePayload('RollBackElimination', 'What `rollBackElimination` left.', {
  risk,
  household,
});

@Resolver()
export class RiskResolver {
  @Allow('household.write')
  @Mutation(() => AddRiskPayload, {
    description: 'Puts a risk of a household on file; one that ended may recur.',
  })
  addRisk(
    @Ctx() ctx: Context,
    @Arg('input', () => AddRiskInput, { description: 'The risk.' }) input: AddRiskInput,
  ) {
    return addRisk(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => EliminateRiskPayload, { description: 'Ends a risk, by help or by itself.' })
  eliminateRisk(
    @Ctx() ctx: Context,
    @Arg('input', () => EliminateRiskInput, { description: 'How and when it ended.' })
    input: EliminateRiskInput,
  ) {
    return eliminateRisk(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => RollBackEliminationPayload, {
    description: 'Takes a wrong elimination back: the same risk is open again.',
  })
  rollBackElimination(
    @Ctx() ctx: Context,
    @Arg('input', () => RollBackEliminationInput, { description: 'Which risk, and why.' })
    input: RollBackEliminationInput,
  ) {
    return rollBackElimination(ctx, input);
  }
}
