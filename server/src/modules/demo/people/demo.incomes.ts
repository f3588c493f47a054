import type { IncomeItem } from '#schema/codes/people/income.codes.ts';
import type { Random } from '../demo.random.ts';
import type { DemoMember } from './demo.members.ts';

export interface DemoIncome {
  readonly year: number;
  readonly item: IncomeItem;
  /** Whole fen. */
  readonly amount: bigint;
}

type Account = Partial<Record<IncomeItem, number>>;

/** The accounts of the two years that are over, in whole yuan of a person's guess, kept as fen. */
export function makeIncomes(
  random: Random,
  members: readonly DemoMember[],
  isMonitored: boolean,
  thisYear: number,
): DemoIncome[] {
  const former = accountOf(random, members, isMonitored);
  const rise = 1 + random.int(isMonitored ? -18 : 1, 12) / 100;
  const latest = Object.fromEntries(
    Object.entries(former).map(([item, yuan]) => [item, Math.round(yuan * rise)]),
  ) as Account;
  return [...linesOf(former, thisYear - 2), ...linesOf(latest, thisYear - 1)];
}

function linesOf(account: Account, year: number): DemoIncome[] {
  return Object.entries(account).map(([item, yuan]) => ({
    year,
    item: item as IncomeItem,
    amount: BigInt(yuan) * 100n,
  }));
}

function accountOf(random: Random, members: readonly DemoMember[], isMonitored: boolean): Account {
  const account: Account = {};
  const add = (item: IncomeItem, yuan: number) => {
    if (yuan > 0) account[item] = (account[item] ?? 0) + Math.round(yuan);
  };
  const perMonth = { COUNTY: 2_100, PROVINCE: 3_300, OUTSIDE: 3_900 };
  for (const { workPlace, workMonths, age, hasDibao } of members) {
    if (workPlace && workMonths) {
      const wage = perMonth[workPlace as keyof typeof perMonth];
      add('A1', wage * workMonths * (isMonitored ? 0.7 : 0.9) * (0.85 + random.next() * 0.3));
    }
    if (age >= 60) add('D4', random.int(1_560, 2_160));
    if (hasDibao) add('D2', random.int(300, 480) * 12);
  }
  if (random.chance(0.14)) add('A4', random.pick([300, 400, 500, 600]) * 12);
  const mu = random.int(0, 4) + members.length;
  if (random.chance(0.72)) {
    add('B1', mu * random.int(900, 1_500));
    add('E1', (account.B1 ?? 0) * (0.32 + random.next() * 0.1));
  } else add('C2', mu * random.int(600, 900));
  if (random.chance(0.18)) {
    add('B2', random.int(3_000, 16_000));
    add('E2', (account.B2 ?? 0) * 0.55);
  }
  if (random.chance(0.1)) {
    add('B3', random.int(2_500, 12_000));
    add('E3', (account.B3 ?? 0) * 0.35);
  }
  if (random.chance(0.6)) add('C1', random.int(300, 1_200));
  add('D6', mu * random.int(85, 110));
  return account;
}
