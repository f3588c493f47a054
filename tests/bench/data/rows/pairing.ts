import { dayText } from '../chance.ts';
import { type Cadre, fullLoad } from './cadre.ts';
import type { Household, Making } from './household.ts';

export interface Turn {
  readonly pairingId: string;
  readonly cadreId: string;
  readonly from: number;
  /** Last day; null while it runs. */
  readonly to: number | null;
}

/** Whose turn it is in a village: the first cadre gets twenty households, the others share the rest. */
export function createShares(cadres: readonly Cadre[]) {
  let given = 0;
  const next = (): Cadre => {
    given += 1;
    const others = cadres.length - 1;
    const place = given <= fullLoad ? 0 : 1 + ((given - fullLoad - 1) % others);
    return cadres[place] as Cadre;
  };
  return { next, last: () => cadres.at(-1) as Cadre };
}

/** The helpers of one household, one after the other; a few households have none today. */
export function makePairings(
  making: Making,
  household: Household,
  shares: ReturnType<typeof createShares>,
): Turn[] {
  const { chance, today } = making;
  const end = household.closedOn;
  const begin = today - chance.int(735, 800);
  const hasGap = end === null && chance.chance(0.02);
  // A household without a helper today, or off the register, takes nobody's place.
  const cadre = hasGap || end !== null ? shares.last() : shares.next();
  const isHandedOver = chance.chance(0.18);
  const change = today - chance.int(20, 650);
  const turns: Turn[] = [];
  const lastDay = hasGap ? today - chance.int(1, 60) : end;
  if (isHandedOver && change < (lastDay ?? today)) {
    const former = shares.last();
    if (former !== cadre) turns.push(turn(making, former.id, begin, change - 1));
  }
  const from = turns.length > 0 ? change : begin;
  turns.push(turn(making, cadre.id, from, lastDay));
  write(making, household, turns);
  return turns;
}

function turn({ chance }: Making, cadreId: string, from: number, to: number | null): Turn {
  return { pairingId: chance.idOn(from), cadreId, from, to };
}

function write({ put }: Making, household: Household, turns: readonly Turn[]): void {
  for (const [place, { pairingId, cadreId, from, to }] of turns.entries()) {
    const isFormer = place < turns.length - 1;
    const endReason = isFormer ? 'HANDED_OVER' : household.closedOn === null ? 'OTHER' : 'HOUSEHOLD_CLOSED';
    put('pairing', [
      household.countyCode,
      pairingId,
      household.id,
      household.villageCode,
      cadreId,
      'MAIN',
      dayText(from),
      to === null ? null : dayText(to),
      to === null ? null : endReason,
      null,
      isFormer ? '与户主约定每季度末周六入户。' : null,
      place === 0 ? null : (turns[place - 1]?.pairingId ?? null),
      `${dayText(from)}T02:00:00Z`,
    ]);
  }
}
