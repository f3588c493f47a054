import { dayText } from '../chance.ts';
import type { Household, Making } from './household.ts';

const kinds = ['ILLNESS', 'DISABILITY', 'LABOUR_SHORTAGE', 'ACCIDENT', 'UNSTABLE_WORK', 'SCHOOLING'] as const;

/** The dated categories of a household, its risks and the incomes of the last year. */
export function makeStanding(making: Making, household: Household): void {
  const { chance, today, put } = making;
  const { category } = household;
  const isMonitored = category !== 'ORDINARY' && category !== 'RELIEVED';
  const row = () => [household.countyCode, chance.idOn(today - 400), household.id, household.villageCode];
  const since = today - chance.int(60, 700);
  const register = '2019-12-31';
  if (isMonitored) {
    const former = category === 'UNSTABLE' ? 'RELIEVED' : 'ORDINARY';
    put('household_category', [...row(), former, register, dayText(since - 1), null]);
    put('household_category', [...row(), category, dayText(since), null, '经评议、公示后识别为监测对象']);
  } else {
    put('household_category', [...row(), category, register, null, null]);
  }
  if (isMonitored || chance.chance(0.06)) {
    const kind = chance.pick(kinds);
    const isOpen = isMonitored && (today - since < 200 || chance.chance(0.6));
    const end = isOpen ? null : dayText(Math.min(since + 190, today - 1));
    put('household_risk', [...row(), kind, isOpen ? 'OPEN' : 'HELPED', dayText(since), end]);
  }
  if (category === 'ORDINARY') return;
  const year = Number(dayText(today).slice(0, 4)) - 1;
  for (const item of incomeItems) {
    put('household_income', [...row(), year, item, chance.int(50, 40_000) * 100]);
  }
}

const incomeItems = ['A1', 'B1', 'C2', 'D4', 'E1'];
