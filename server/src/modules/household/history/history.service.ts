import { addDays, today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { end, insert, update } from '#platform/write/write.ts';
import type { SetCategoryInput } from '#schema/household/history.type.ts';
import { householdEntity } from '../household.entity.ts';
import { inHousehold, lockActive } from '../household.service.ts';
import { categoryEntity } from './history.entity.ts';
import { currentPeriod } from './history.queries.ts';
import { placeCategory } from './history.rules.ts';

export async function setCategory(ctx: Context, input: SetCategoryInput) {
  const countyCode = countyOf(householdEntity, input.householdId, 'input.householdId');
  const { category, effectiveOn, reason = null } = input;
  return command(ctx, 'setCategory', countyCode, input, async (work) => {
    const before = await lockActive(work, input.householdId, input.expectedVersion);
    const current = await currentPeriod(work, countyCode, before.id);
    const place = placeCategory(current, input, today(ctx.clock));
    if (current && place === 'correct') {
      await update(work, categoryEntity, current, { category, reason }, inHousehold);
    } else {
      if (current) await end(work, categoryEntity, current, { toOn: addDays(effectiveOn, -1) }, inHousehold);
      const { id: householdId, villageCode } = before;
      const period = {
        countyCode,
        householdId,
        villageCode,
        id: newId(),
        category,
        fromOn: effectiveOn,
        reason,
      };
      await insert(work, categoryEntity, period, inHousehold);
    }
    await update(
      work,
      householdEntity,
      before,
      { category },
      {
        action: 'setCategory',
        before: { category: current?.category ?? null, fromOn: current?.fromOn ?? null },
        after: { category, fromOn: effectiveOn, reason },
        divisionCode: before.villageCode,
      },
    );
    return { household: [countyCode, before.id] };
  });
}
