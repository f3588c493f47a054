import { record } from '#platform/audit/audit.ts';
import { addDays, today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { command } from '#platform/write/command.ts';
import type { SetCategoryInput } from '#schema/household/history.type.ts';
import { updateHousehold } from '../household.queries.ts';
import { lockActive } from '../household.service.ts';
import { changeCurrentPeriod, currentPeriod, insertPeriod } from './history.queries.ts';
import { placeCategory } from './history.rules.ts';

export async function setCategory(ctx: Context, input: SetCategoryInput) {
  const countyCode = input.householdId.split(':')[1] ?? '';
  const { category, effectiveOn, reason = null } = input;
  return command(ctx, 'setCategory', countyCode, input, async (work) => {
    const before = await lockActive(work, input.householdId, input.expectedVersion);
    const current = await currentPeriod(work, countyCode, before.id);
    if (placeCategory(current, input, today(ctx.clock)) === 'correct') {
      await changeCurrentPeriod(work, countyCode, before.id, { category, reason });
    } else {
      await changeCurrentPeriod(work, countyCode, before.id, { toOn: addDays(effectiveOn, -1) });
      await insertPeriod(work, {
        countyCode,
        householdId: before.id,
        villageCode: before.villageCode,
        id: newId(),
        category,
        fromOn: effectiveOn,
        reason,
      });
    }
    await updateHousehold(work, countyCode, before.id, { category });
    record(work, {
      countyCode,
      divisionCode: before.villageCode,
      action: 'setCategory',
      entity: 'Household',
      entityId: before.id,
      before: { category: current?.category ?? null, fromOn: current?.fromOn ?? null },
      after: { category, fromOn: effectiveOn, reason },
    });
    return { household: [countyCode, before.id] };
  });
}
