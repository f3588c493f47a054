import { globalId, newId } from '#platform/core/ids.ts';
import { visit } from '#schema/visit/visit.table.ts';
import { places } from '#tests/factories/places/divisions.ts';
import type { TestApp } from '#tests/setup/app.ts';

/** By default a visit in person that was recorded on its own day. */
export async function makeVisit(
  test: TestApp,
  wanted: {
    household: { countyCode: string; id: string };
    pairing: { id: string };
    cadre: { id: string };
    visitedOn: string;
    recordedOn?: string;
    mode?: 'IN_PERSON' | 'PHONE' | 'VIDEO';
    villageCode?: string;
  },
): Promise<{ id: string; globalId: string }> {
  const { household, pairing, cadre, visitedOn, villageCode = places.village } = wanted;
  const id = newId();
  await test.owner.db.insert(visit).values({
    countyCode: household.countyCode,
    id,
    householdId: household.id,
    villageCode,
    pairingId: pairing.id,
    cadreId: cadre.id,
    visitedOn,
    mode: wanted.mode ?? 'IN_PERSON',
    source: 'APP',
    recordedOn: wanted.recordedOn ?? visitedOn,
    recordedAt: test.clock.now().toISOString(),
  });
  return { id, globalId: globalId('Visit', household.countyCode, id) };
}
