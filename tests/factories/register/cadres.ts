import { beforeEach } from 'vitest';
import { globalId, newId } from '#platform/core/ids.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { places } from '#tests/factories/places/divisions.ts';
import type { Arranging } from '#tests/setup/app.ts';

let made = 0;

export interface MadeCadre {
  readonly countyCode: string;
  readonly id: string;
  readonly globalId: string;
}

/** A cadre in post; `userId` is the account linked to the cadre. */
export async function makeCadre(
  test: Arranging,
  wanted: {
    countyCode?: string;
    name?: string;
    userId?: string;
    divisionCode?: string;
    organizationId?: string;
  } = {},
): Promise<MadeCadre> {
  made += 1;
  const { countyCode = places.county, name = `干部${made}`, userId = null } = wanted;
  const id = newId();
  await test.owner.db.insert(cadre).values({
    countyCode,
    id,
    name,
    pinyin: pinyinKeys(name, 'person'),
    divisionCode: wanted.divisionCode ?? countyCode,
    organizationId: wanted.organizationId ?? null,
    userId,
    createdAt: test.clock.now().toISOString(),
  });
  return { countyCode, id, globalId: globalId('Cadre', countyCode, id) };
}

/** Another cadre before each test of the file, in one object that is filled anew. */
export function cadreOfEachTest(test: Arranging): MadeCadre {
  const cadre = {} as MadeCadre;
  beforeEach(async () => {
    Object.assign(cadre, await makeCadre(test));
  });
  return cadre;
}
