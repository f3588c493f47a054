import { record } from '#platform/audit/audit.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { command } from '#platform/write/command.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { IncomeItemInput, SetIncomeInput } from '#schema/household/income.type.ts';
import { updateHousehold } from '../household.queries.ts';
import { lockActive } from '../household.service.ts';
import { replaceYear } from './income.queries.ts';

export async function setIncome(ctx: Context, input: SetIncomeInput) {
  const countyCode = input.householdId.split(':')[1] ?? '';
  const { year } = input;
  return command(ctx, 'setIncome', countyCode, input, async (work) => {
    const household = await lockActive(work, input.householdId, input.expectedVersion);
    if (year > Number(today(ctx.clock).slice(0, 4))) throw invalid({ 'input.year': 'YEAR_INVALID' });
    checkOnce(input.items);
    const place = { countyCode, householdId: household.id, villageCode: household.villageCode };
    const lines = input.items
      .filter(({ amount }) => amount > 0n)
      .map(({ item, amount }) => ({ ...place, id: newId(), year, item, amount }));
    const former = await replaceYear(work, countyCode, household.id, year, lines);
    await updateHousehold(work, countyCode, household.id, {});
    record(work, {
      countyCode,
      divisionCode: household.villageCode,
      action: 'setIncome',
      entity: 'Household',
      entityId: household.id,
      before: { year, items: byItem(former) },
      after: { year, items: byItem(lines) },
    });
    return { household: [countyCode, household.id] };
  });
}

function checkOnce(items: readonly IncomeItemInput[]): void {
  const faults: Record<string, ErrorCode> = {};
  const seen = new Set<string>();
  for (const [at, { item }] of items.entries()) {
    if (seen.has(item)) faults[`input.items.${at}.item`] = 'DUPLICATE_VALUE';
    seen.add(item);
  }
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

const byItem = (lines: readonly { item: string; amount: bigint }[]) =>
  Object.fromEntries(lines.map(({ item, amount }) => [item, amount]).sort());
