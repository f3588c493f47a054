import { beforeAll, describe, expect, test } from 'vitest';
import { type DivisionName, type DivisionRow, readDivisionNames, readDivisions } from './division.data.ts';
import { indexPlaces, townshipKeys, villageKeys, villageShortName } from './division.names.ts';

async function load(...prefixes: string[]): Promise<DivisionRow[]> {
  const rows: DivisionRow[] = [];
  for await (const row of readDivisions(prefixes)) rows.push(row);
  return rows;
}

describe('Wei County', () => {
  let rows: DivisionRow[] = [];
  beforeAll(async () => {
    rows = await load('130434');
  });
  const find = (code: string) => rows.find((row) => row.code === code);

  test('has its parents, 21 townships and 569 villages, parents first', () => {
    const count = (level: string) => rows.filter((row) => row.level === level).length;
    expect(rows.slice(0, 3).map((row) => row.name)).toEqual(['河北省', '邯郸市', '魏县']);
    expect([count('TOWNSHIP'), count('VILLAGE'), rows.length]).toEqual([21, 569, 593]);
    const seen = new Set<string>();
    for (const row of rows) {
      if (row.parentCode !== null) expect(seen).toContain(row.parentCode);
      seen.add(row.code);
    }
  });

  test('has villages with short names, paths and pinyin', () => {
    expect(find('130434108072')).toEqual({
      code: '130434108072',
      name: '房小庄居民委员会',
      shortName: '房小庄',
      level: 'VILLAGE',
      parentCode: '130434108',
      path: '河北省 邯郸市 魏县 东代固镇 房小庄',
      pinyin: 'fangxiaozhuang fxz',
    });
    for (const row of rows) expect(row.shortName).not.toMatch(/委会$|委员会$/);
  });

  test('is found by every way of writing a village', () => {
    const villages = rows.filter((row) => row.parentCode === '130434100');
    const findVillage = indexPlaces(villages, villageKeys);
    const official = villages.find((row) => row.shortName === '南关')?.code;
    for (const name of '南关村 南关 南关居民委员会 南关居委会 南关社区 南关村委会 南关村民委员会 南关社区居委会'.split(
      ' ',
    )) {
      expect(findVillage(name), name).toEqual([official]);
    }
    expect(findVillage(' 南　关村 ')).toEqual([official]);
    expect(findVillage('无名庄村')).toEqual([]);
  });

  test('has townships that are found with and without their kind', () => {
    const townships = rows.filter((row) => row.level === 'TOWNSHIP');
    const findTownship = indexPlaces(townships, townshipKeys);
    expect(findTownship('魏城镇')).toEqual(['130434100']);
    expect(findTownship('魏城')).toEqual(['130434100']);
    expect(findTownship('天仙镇')).toEqual([]);
  });
});

test('several prefixes of any level are read in one pass, and shared parents once', async () => {
  const rows = await load('1304', '130434205', '130529100');
  expect(rows.filter((row) => row.code === '13')).toHaveLength(1);
  expect(rows.filter((row) => row.code.startsWith('130434'))).toHaveLength(591);
  expect(rows.filter((row) => row.code.startsWith('1304') && row.level === 'COUNTY')).toHaveLength(20);
  expect(rows.filter((row) => row.level === 'TOWNSHIP' && row.code.startsWith('130529'))).toHaveLength(1);
});

test('short names distinguish the villages of one township', async () => {
  const seen = new Set<string>();
  for (const row of await load('13')) {
    const place = `${row.parentCode} ${row.shortName}`;
    if (seen.has(place)) expect.fail(place);
    seen.add(place);
  }
});

test('reading the nation holds only a piece of it in memory', async () => {
  const before = process.memoryUsage().heapUsed;
  let count = 0;
  let most = 0;
  for await (const _row of readDivisionNames()) {
    count += 1;
    if (count % 20_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
  }
  expect((most - before) / 2 ** 20).toBeLessThan(100);
});

test('a level that exists only in the code is left out of the path', async () => {
  const rows = await load('110101001');
  expect(rows.find((row) => row.code === '110101001')?.path).toBe('北京市 东城区 东华门街道');
});

test.each(['130499', '13043', 'x', '', "13'--"])('the prefix "%s" is refused', async (prefix) => {
  await expect(load('110101001', prefix)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    fields: { 'codes.1': 'DIVISION_UNKNOWN' },
  });
});

test.each([
  ['南关居民委员会', '南关'],
  ['房小庄居委会', '房小庄'],
  ['牌坊村村民委员会', '牌坊村'],
  ['多福巷社区居委会', '多福巷'],
  ['季庄村民委员会', '季庄'],
  ['第一社区居委会', '第一社区'],
  ['王村委会', '王村'],
  ['黄庄农场生活区', '黄庄农场生活区'],
  ['居委会', '居委会'],
])('%s is shown as %s', (name, short) => {
  expect(villageShortName(name)).toBe(short);
});

test('a name with its kind finds the right one of a village and a community of the same name', () => {
  const find = indexPlaces(
    [
      { code: '1', name: '花桥社区居委会' },
      { code: '2', name: '花桥村委会' },
    ],
    villageKeys,
  );
  expect([find('花桥村'), find('花桥社区'), find('花桥')]).toEqual([['2'], ['1'], ['1', '2']]);
});

describe('the nation', () => {
  const townships = new Map<string, DivisionName[]>();
  const counties = new Map<string, DivisionName[]>();
  let total = 0;
  beforeAll(async () => {
    for await (const row of readDivisionNames()) {
      total += 1;
      const [group, parent] =
        row.code.length === 12 ? [townships, row.code.slice(0, 9)] : [counties, row.code.slice(0, 6)];
      if (row.code.length < 9) continue;
      const places = group.get(parent);
      if (places === undefined) group.set(parent, [row]);
      else places.push(row);
    }
  }, 30_000);

  test('has 665,276 divisions', () => {
    expect(total).toBe(665_276);
  });

  test('each village is found by its own name, and nearly each by name and kind', () => {
    let byKindUnclear = 0;
    for (const villages of townships.values()) {
      const find = indexPlaces(villages, villageKeys);
      for (const { code, name } of villages) {
        if (find(name).join() !== code) expect.fail(`${code} ${name}`);
        if (find(villageKeys(name)[1]).join() !== code) byKindUnclear += 1;
      }
    }
    // Places that differ only in 居委会 and 社区居委会, or in 村 and 村村.
    expect(byKindUnclear).toBeLessThan(200);
  }, 30_000);

  test('finds each township by its own name', () => {
    for (const places of counties.values()) {
      const find = indexPlaces(places, townshipKeys);
      for (const { code, name } of places) if (find(name).join() !== code) expect.fail(`${code} ${name}`);
    }
  });
});
