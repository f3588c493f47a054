import { addDays } from '#platform/core/clock.ts';
import { type Period, periodOf, quarterOfDay } from '#platform/core/period.ts';
import { dayNumber, dayText } from '../chance.ts';
import { copyLine } from '../copy.ts';
import type { Household, Making } from './household.ts';
import type { Turn } from './pairing.ts';

/** Visits of a county wait here by month: they are inserted in the order of time, not of households. */
export type Months = Map<number, string[]>;

interface Quarter {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** The running quarter and the eight before it, the oldest first. */
export function quartersOfData(today: number): Quarter[] {
  const quarters: Period[] = [];
  for (let day = dayText(today); quarters.length < 9; ) {
    const quarter = periodOf(quarterOfDay(day));
    quarters.unshift(quarter);
    day = addDays(quarter.startOn, -1);
  }
  return quarters.map(({ code, startOn, endOn }) => {
    return { code, from: dayNumber(startOn), to: Math.min(dayNumber(endOn), today) };
  });
}

const findings = [
  '家庭生产生活正常，收入稳定。',
  '房屋安全，饮水正常，无新增困难。',
  '慢性病按时服药，家庭医生已随访。',
  '宣讲了防返贫监测和惠农补贴政策，户主均已知晓。',
  '孩子在校就读，教育资助已到账。务工人员工作稳定，工资按月发放。',
  '家庭支出增加，需持续关注。',
];
const requests = ['希望修整门前道路。', '希望介绍就近务工岗位。', '希望了解医疗救助申请办法。'];
const modes = { IN_PERSON: 80, PHONE: 15, VIDEO: 5 } as const;
const changes = { SAME: 60, UP: 28, DOWN: 12 } as const;
const items = ['FOOD', 'CLOTHING', 'SCHOOLING', 'MEDICAL', 'HOUSING', 'WATER'];

/** Usually one visit per quarter; some are missing, and half of those of the running quarter are still to come. */
export function makeVisits(
  making: Making,
  household: Household,
  turns: readonly Turn[],
  quarters: readonly Quarter[],
  months: Months,
): void {
  const { chance, put, today } = making;
  for (const [place, quarter] of quarters.entries()) {
    const isRunning = place === quarters.length - 1;
    const turn = turns.findLast(({ from, to }) => from <= quarter.to && (to ?? today) >= quarter.from);
    if (!turn) continue;
    if (chance.chance(isRunning ? 0.5 : 0.88)) {
      const from = Math.max(quarter.from, turn.from);
      const day = chance.int(from, Math.min(quarter.to, turn.to ?? today));
      makeVisit(making, household, turn, day, months);
    } else if (isRunning && household.closedOn === null && chance.chance(0.02)) {
      const row = [household.countyCode, chance.idOn(today), household.id, household.villageCode];
      put('duty_excuse', [...row, quarter.code, 'LEAVE', `${dayText(today)}T02:00:00Z`]);
    }
  }
}

function makeVisit(making: Making, household: Household, turn: Turn, day: number, months: Months): void {
  const { chance, put, today } = making;
  const id = chance.idOn(day);
  const isPlaced = chance.chance(0.7);
  const recorded = Math.min(today, day + (chance.chance(0.9) ? 0 : chance.int(1, 3)));
  const lines = months.get(Math.floor(day / 30)) ?? [];
  months.set(Math.floor(day / 30), lines);
  lines.push(
    copyLine([
      household.countyCode,
      id,
      household.id,
      household.villageCode,
      turn.pairingId,
      turn.cadreId,
      dayText(day),
      chance.weighted(modes),
      '户主',
      chance.pick(findings),
      chance.chance(0.2) ? chance.pick(requests) : null,
      chance.weighted(changes),
      isPlaced ? 36.1 + chance.int(0, 900_000) / 1e6 : null,
      isPlaced ? 114.6 + chance.int(0, 900_000) / 1e6 : null,
      isPlaced ? chance.int(5, 60) : null,
      'APP',
      dayText(recorded),
      `${dayText(recorded)}T08:30:00Z`,
    ]),
  );
  if (chance.chance(0.25)) {
    for (const item of items) {
      put('visit_check', [household.countyCode, id, item, chance.chance(0.97) ? 'OK' : 'CONCERN']);
    }
  }
  if (chance.chance(0.05)) makeProblem(making, household, id, day);
}

function makeProblem(
  { chance, put, today }: Making,
  household: Household,
  visitId: string,
  day: number,
): void {
  const id = chance.idOn(day);
  const isSolved = today - day > 60 && chance.chance(0.85);
  const closed = isSolved ? dayText(day + chance.int(5, 50)) : null;
  const text = '门前道路坑洼，雨天出行不便。';
  const place = [household.countyCode, id, household.id, household.villageCode];
  const status = isSolved ? 'SOLVED' : 'OPEN';
  const outcome = isSolved ? '路面已修复' : null;
  put('problem', [
    ...place,
    visitId,
    'INFRASTRUCTURE',
    text,
    status,
    dayText(day),
    '村委会',
    closed,
    outcome,
  ]);
  const step = (from: string | null, to: string, on: string) => {
    const row = [household.countyCode, chance.idOn(day), id, from, to, on, null, `${on}T08:30:00Z`];
    put('problem_step', row);
  };
  step(null, 'OPEN', dayText(day));
  if (closed) step('OPEN', 'SOLVED', closed);
}
