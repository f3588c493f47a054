import { householdEntity } from '#modules/household/household.entity.ts';
import { record } from '#platform/audit/audit.ts';
import type { Context } from '#platform/core/context.ts';
import { notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { noteInserted, noteUpdated } from '#platform/feed/changes.ts';
import { loadByKey } from '#platform/read/loader.ts';
import { keyOf } from '#platform/read/register.ts';
import { command } from '#platform/write/command.ts';
import { lockRow } from '#platform/write/lock.ts';
import { prose } from '#schema/text.ts';
import type { ExcuseDutyInput, WithdrawExcuseInput } from '#schema/visit/duty.type.ts';
import { dutyExcuse } from '#schema/visit/visit.table.ts';
import { dutyExcuseEntity, visitDutyEntity } from './duty.entity.ts';
import { insertExcuse, withdrawExcuseRow } from './duty.queries.ts';

const excusable = ['UPCOMING', 'DUE', 'MISSED'];

/** Excuses a duty that is owed and not done; a visit that comes all the same counts. */
export async function excuseDuty(ctx: Context, input: ExcuseDutyInput) {
  const [countyCode = ''] = keyOf(householdEntity, input.householdId, 'input.householdId');
  return command(ctx, 'excuseDuty', countyCode, input, async (work) => {
    const home = await lockRow(work, householdEntity, input.householdId, 'input.householdId', 'duty.excuse');
    const key = [countyCode, home.id, input.period];
    const duty = await loadByKey(work, visitDutyEntity, key);
    if (!duty || !excusable.includes(String(duty.status)))
      throw refuse('DUTY_NOT_OPEN', { 'input.period': 'DUTY_NOT_OPEN' });
    const after = await insertExcuse(work, {
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
    });
    noteInserted(work, dutyExcuse, [after]);
    record(work, { countyCode, action: 'excuseDuty', entity: 'DutyExcuse', entityId: after.id, after });
    return { duty: key, excuse: [countyCode, after.id] };
  });
}

export async function withdrawExcuse(ctx: Context, input: WithdrawExcuseInput) {
  const countyCode = input.id.split(':')[1] ?? '';
  return command(ctx, 'withdrawExcuse', countyCode, input, async (work) => {
    const before = await lockRow(work, dutyExcuseEntity, input.id, 'input.id', 'duty.excuse');
    const after = await withdrawExcuseRow(work, before, {
      withdrawnAt: ctx.clock.now().toISOString(),
      withdrawnBy: ctx.viewer?.userId,
      withdrawnByToken: ctx.viewer?.tokenId,
    });
    if (!after) throw notFound('input.id');
    noteUpdated(work, dutyExcuse, [after]);
    const entityId = before.id;
    record(work, { countyCode, action: 'withdrawExcuse', entity: 'DutyExcuse', entityId, before, after });
    return {
      duty: [before.countyCode, before.householdId, before.period],
      excuse: [before.countyCode, before.id],
    };
  });
}
