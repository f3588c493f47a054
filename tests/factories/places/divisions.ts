import { division } from '#schema/division/division.table.ts';
import type { Arranging } from '#tests/setup/app.ts';
import { insertCounty } from './counties.ts';

/** Two counties of one prefecture with two townships and two villages each; real codes, short names. */
export const places = {
  county: '130434',
  township: '130434100',
  village: '130434100200',
  sisterVillage: '130434100201',
  otherTownship: '130434101',
  otherVillage: '130434101200',
  otherCounty: '130529',
  foreignTownship: '130529100',
  foreignVillage: '130529100200',
} as const;

const rows: [code: string, level: string, name: string][] = [
  ['13', 'PROVINCE', '河北省'],
  ['1304', 'PREFECTURE', '邯郸市'],
  ['1305', 'PREFECTURE', '邢台市'],
  ['130434', 'COUNTY', '魏县'],
  ['130529', 'COUNTY', '巨鹿县'],
  ['130434100', 'TOWNSHIP', '魏城镇'],
  ['130434101', 'TOWNSHIP', '德政镇'],
  ['130529100', 'TOWNSHIP', '巨鹿镇'],
  ['130434100200', 'VILLAGE', '南关村'],
  ['130434100201', 'VILLAGE', '西关村'],
  ['130434101200', 'VILLAGE', '德一村'],
  ['130529100200', 'VILLAGE', '后辛庄村'],
];

const parentLength: Record<number, number> = { 4: 2, 6: 4, 9: 6, 12: 9 };

/** Divisions, counties and the usual duty rules: one visit per quarter for every category but the ordinary one. */
export async function makeDivisions(test: Arranging): Promise<void> {
  const { db } = test.owner;
  const nameOf = new Map(rows.map(([code, , name]) => [code, name]));
  await db.insert(division).values(
    rows.map(([code, level, name]) => ({
      code,
      level,
      name,
      shortName: name,
      parentCode: code.length > 2 ? code.slice(0, parentLength[code.length]) : null,
      path: [2, 4, 6, 9, 12]
        .filter((length) => length <= code.length)
        .map((length) => nameOf.get(code.slice(0, length)))
        .join(' '),
      pinyin: '',
    })),
  );
  for (const countyCode of [places.county, places.otherCounty]) {
    await insertCounty(db, countyCode);
  }
}
