import { eq } from 'drizzle-orm';
import { globalId, newId } from '#platform/core/ids.ts';
import { county } from '#schema/county/county.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { places } from '#tests/factories/places/divisions.ts';
import type { Arranging } from '#tests/setup/app.ts';

export interface MadePairing {
  readonly countyCode: string;
  readonly id: string;
  readonly globalId: string;
}

/** By default a main helper since the start of the year; the last day is inclusive. */
export async function makePairing(
  test: Arranging,
  wanted: {
    household: { countyCode: string; id: string };
    cadre: { id: string };
    villageCode?: string;
    role?: 'MAIN' | 'ASSISTANT';
    startedOn?: string;
    endedOn?: string;
  },
): Promise<MadePairing> {
  const { household, cadre, villageCode = places.village, role = 'MAIN' } = wanted;
  const { startedOn = '2026-01-01', endedOn = null } = wanted;
  const id = newId();
  await test.owner.db.insert(pairing).values({
    countyCode: household.countyCode,
    id,
    householdId: household.id,
    villageCode,
    cadreId: cadre.id,
    role,
    startedOn,
    endedOn,
    endReason: endedOn ? 'HANDED_OVER' : null,
    createdAt: test.clock.now().toISOString(),
  });
  return { countyCode: household.countyCode, id, globalId: globalId('Pairing', household.countyCode, id) };
}

/** A pairing in the answer of a verb. */
export interface AnsweredPairing {
  id: string;
  startedOn: string;
  endedOn: string | null;
}

/** The load limit of a county, and whether it warns or refuses. */
export const setLoadLimit = (test: Arranging, maxLoad: number, loadPolicy: string) =>
  test.owner.db.update(county).set({ maxLoad, loadPolicy }).where(eq(county.countyCode, places.county));
