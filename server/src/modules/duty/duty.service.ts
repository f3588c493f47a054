import { householdEntity } from '#modules/household/household.entity.ts';
import type { Context } from '#platform/core/context.ts';
import { notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { loadByKey } from '#platform/read/loader.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { lockRow } from '#platform/write/lock.ts';
import { end, insert } from '#platform/write/write.ts';
import { prose } from '#schema/text.ts';
import type { ExcuseDutyInput, WithdrawExcuseInput } from '#schema/visit/duty.type.ts';
import { dutyExcuseEntity, visitDutyEntity } from './duty.entity.ts';

const excusable = ['UPCOMING', 'DUE', 'MISSED'];

/** Excuses a duty that is owed and not done; a visit that comes all the same counts. */
export async function excuseDuty(ctx: Context, input: ExcuseDutyInput) {
  const [countyCode = ''] = partsOfId(householdEntity, input.householdId, 'input.householdId');
  return command(ctx, 'excuseDuty', countyCode, input, async (work) => {
    const home = await lockRow(work, householdEntity, input.householdId, 'input.householdId', 'duty.excuse');
    const key = [countyCode, home.id, input.period];
    const duty = await loadByKey(work, visitDutyEntity, key);
    if (!duty || !excusable.includes(String(duty.status)))
      throw refuse('DUTY_NOT_OPEN', { 'input.period': 'DUTY_NOT_OPEN' });
    const row = {
      countyCode,
      id: newId(),
      householdId: home.id,
      villageCode: home.villageCode,
      period: input.period,
      reason: input.reason,
      note: prose(input.note),
      excusedAt: ctx.clock.now().toISOString(),
      excusedBy: ctx.viewer?.userId,
      excusedByToken: ctx.viewer?.tokenId,
    };
    const after = await insert(work, dutyExcuseEntity, row, { action: 'excuseDuty' });
    return { duty: key, excuse: [countyCode, after.id] };
  });
}

export async function withdrawExcuse(ctx: Context, input: WithdrawExcuseInput) {
  const countyCode = countyOf(dutyExcuseEntity, input.id, 'input.id');
  return command(ctx, 'withdrawExcuse', countyCode, input, async (work) => {
    const before = await lockRow(work, dutyExcuseEntity, input.id, 'input.id', 'duty.excuse');
    if (before.withdrawnAt !== null) throw notFound('input.id');
    const withdrawn = {
      withdrawnAt: ctx.clock.now().toISOString(),
      withdrawnBy: ctx.viewer?.userId,
      withdrawnByToken: ctx.viewer?.tokenId,
    };
    await end(work, dutyExcuseEntity, before, withdrawn, { action: 'withdrawExcuse' });
    return {
      duty: [before.countyCode, before.householdId, before.period],
      excuse: [before.countyCode, before.id],
    };
  });
}
