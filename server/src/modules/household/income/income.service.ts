import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { sendMany } from '#platform/write/many.ts';
import { update } from '#platform/write/write.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { IncomeItemInput, SetIncomeInput } from '#schema/household/income.type.ts';
import { householdEntity } from '../household.entity.ts';
import { lockActive } from '../household.service.ts';
import { incomeEntity } from './income.entity.ts';
import { removeYear } from './income.queries.ts';

export async function setIncome(ctx: Context, input: SetIncomeInput) {
  const countyCode = countyOf(householdEntity, input.householdId, 'input.householdId');
  const { year } = input;
  return command(ctx, 'setIncome', countyCode, input, async (work) => {
    const household = await lockActive(work, input.householdId, input.expectedVersion);
    if (year > Number(today(ctx.clock).slice(0, 4))) throw invalid({ 'input.year': 'YEAR_INVALID' });
    checkOnce(input.items);
    const place = { countyCode, householdId: household.id, villageCode: household.villageCode };
    const lines = input.items
      .filter(({ amount }) => amount > 0n)
      .map(({ item, amount }) => ({ ...place, id: newId(), year, item, amount }));
    const former = await removeYear(work, household, year);
    sendMany(work, incomeEntity, lines, { auditedAs: 'Household' });
    await update(
      work,
      householdEntity,
      household,
      {},
      {
        action: 'setIncome',
        before: { year, items: byItem(former) },
        after: { year, items: byItem(lines) },
        divisionCode: household.villageCode,
      },
    );
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
