import type { DemoCadre } from '#modules/demo/people/demo.cadres.ts';
import type { DemoHousehold, Frame } from '#modules/demo/people/demo.households.ts';
import { addDays } from '#platform/core/clock.ts';
import type { PairingEndReason, PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { daysAgo, daysBetween, dayWithin, laterOf, momentOn } from '../demo.calendar.ts';
import type { Random } from '../demo.random.ts';
import { pickHelper, type VillageHelpers } from './demo.helpers.ts';

export interface DemoPairing {
  readonly countyCode: string;
  readonly id: string;
  readonly householdId: string;
  readonly villageCode: string;
  readonly cadreId: string;
  readonly role: PairingRole;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly endReason: PairingEndReason | null;
  readonly reason: string | null;
  readonly handOverNote: string | null;
  readonly formerId: string | null;
  readonly createdAt: string;
}

/** The time of one helper with a household. */
interface Turn {
  readonly cadre: DemoCadre;
  readonly from: string;
  readonly to: string | null;
  readonly endReason?: PairingEndReason;
}

const handOverNotes = [
  '户主患慢性病，每月需代取药一次。',
  '大儿子在外务工，联系不上时可找邻居转告。',
  '已申请公益性岗位，下次走访请跟进结果。',
  '家中有高中生，雨露计划补助已申报。',
  '危房改造已验收，请关注屋面渗漏。',
  '与户主约定每季度末周六入户。',
] as const;
const handOverReasons = ['包村分工调整', '工作岗位变动', '就近结对', '轮换驻村'] as const;

/** The helpers of one household, one after the other, with occasional gaps. */
export function makePairings(
  random: Random,
  household: DemoHousehold,
  helpers: VillageHelpers,
  frame: Frame,
): DemoPairing[] {
  if (household.category === 'ORDINARY' || random.chance(0.006)) return [];
  const begin = firstDay(random, household, frame.today);
  const turns = turnsOf(random, begin, helpers, frame.today).flatMap((turn) =>
    cutAt(household.closedOn, turn),
  );
  const pairings: DemoPairing[] = [];
  for (const [place, turn] of turns.entries()) {
    const former = pairings.at(-1);
    const isHandedOver = turn.endReason === 'HANDED_OVER' || turn.endReason === 'CADRE_LEFT';
    pairings.push({
      ...rowOf(random, household, turn, frame),
      role: 'MAIN',
      reason: place === 0 ? null : random.pick(handOverReasons),
      handOverNote: isHandedOver && random.chance(0.6) ? random.pick(handOverNotes) : null,
      formerId: former?.id ?? null,
    });
  }
  const [assistant] = helpers.active.filter((cadre) => turns.every((turn) => turn.cadre !== cadre));
  const from = addDays(begin, 30);
  if (assistant && household.status === 'ACTIVE' && from < frame.today && random.chance(0.03)) {
    const row = rowOf(random, household, { cadre: assistant, from, to: null }, frame);
    pairings.push({ ...row, role: 'ASSISTANT', reason: '协助联系', handOverNote: null, formerId: null });
  }
  return pairings;
}

function rowOf(random: Random, household: DemoHousehold, turn: Turn, { today, now }: Frame) {
  const createdAt = momentOn(random, turn.from > today ? today : turn.from, now);
  return {
    countyCode: household.countyCode,
    id: random.id(createdAt),
    householdId: household.id,
    villageCode: household.villageCode,
    cadreId: turn.cadre.id,
    startedOn: turn.from,
    endedOn: turn.to,
    endReason: turn.to === null ? null : (turn.endReason ?? null),
    createdAt,
  };
}

/** A formerly ordinary household got a helper soon after its recognition. */
function firstDay(random: Random, { spans }: DemoHousehold, today: string): string {
  const programme = daysAgo(random, today, 760, 420);
  const ordinary = spans.find(({ category }) => category === 'ORDINARY');
  if (!ordinary?.toOn) return programme;
  const recognised = addDays(ordinary.toOn, random.int(2, 12));
  return laterOf(programme, recognised);
}

function turnsOf(random: Random, begin: string, helpers: VillageHelpers, today: string): Turn[] {
  const { active, left } = helpers;
  const last = pickHelper(random, helpers);
  const leaver = left.length > 0 && random.chance(0.3) ? random.pick(left) : null;
  if (leaver?.leftOn && leaver.leftOn > addDays(begin, 10)) {
    const first: Turn = { cadre: leaver, from: begin, to: leaver.leftOn, endReason: 'CADRE_LEFT' };
    const from = addDays(leaver.leftOn, random.chance(0.3) ? random.int(4, 25) : 1);
    return from > today || random.chance(0.12) ? [first] : [first, { cadre: last, from, to: null }];
  }
  if (random.chance(0.012)) {
    const to = dayWithin(random, laterOf(begin, addDays(today, -70)), addDays(today, -1));
    return to > begin ? [{ cadre: last, from: begin, to, endReason: 'OTHER' }] : [];
  }
  const others = active.filter((cadre) => cadre !== last);
  if (others.length > 0 && daysBetween(begin, today) > 60 && random.chance(0.16)) {
    const to = dayWithin(random, laterOf(addDays(begin, 30), addDays(today, -420)), addDays(today, -1));
    return [
      { cadre: random.pick(others), from: begin, to, endReason: 'HANDED_OVER' },
      { cadre: last, from: addDays(to, 1), to: null },
    ];
  }
  return [{ cadre: last, from: begin, to: null }];
}

/** The pairing ends with the household. */
function cutAt(closedOn: string | null, turn: Turn): Turn[] {
  if (closedOn === null || (turn.to !== null && turn.to <= closedOn)) return [turn];
  return turn.from > closedOn ? [] : [{ ...turn, to: closedOn, endReason: 'HOUSEHOLD_CLOSED' }];
}
