import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { invalid } from '#platform/core/errors.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { type DivisionLevel, divisionLevelOf, parentDivisionCode } from '#schema/codes/division.codes.ts';
import { townshipShortName, villageKeys, villageShortName } from './division.names.ts';

export interface DivisionName {
  readonly code: string;
  readonly name: string;
}

export interface DivisionRow extends DivisionName {
  readonly shortName: string;
  readonly level: DivisionLevel;
  readonly parentCode: string | null;
  /** Names from the province down, separated by blanks, without levels that exist on paper only. */
  readonly path: string;
  readonly pinyin: string;
}

const nationalFile = new URL('../../../data/divisions-2023.csv.gz', import.meta.url);

/** Prefectures that exist only in the code, such as the one between Beijing and its districts. */
const PAPER_PREFECTURE = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/;

/** All divisions of the nation in the order of their codes, a parent always before its children. */
export async function* readDivisionNames(upTo = '~'): AsyncGenerator<DivisionName> {
  const file = createReadStream(nationalFile);
  const text = createGunzip().setEncoding('utf8');
  file.on('error', (cause) => text.destroy(cause)).pipe(text);
  try {
    let rest = '';
    for await (const chunk of text) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const comma = line.indexOf(',');
        const code = line.slice(0, comma);
        if (code === 'code') continue;
        if (code > upTo) return;
        yield { code, name: line.slice(comma + 1) };
      }
    }
  } finally {
    file.destroy();
    text.destroy();
  }
}

/**
 * The divisions whose codes begin with one of the prefixes, and all their parents. A prefix that is no division is
 * refused: immediately if it has the wrong form, otherwise when the data have been read, so load within one
 * transaction.
 */
export async function* readDivisions(prefixes: readonly string[]): AsyncGenerator<DivisionRow> {
  const malformed = prefixes.findIndex((prefix) => divisionLevelOf(prefix) === null);
  if (malformed >= 0) throw invalid({ [`codes.${malformed}`]: 'DIVISION_UNKNOWN' });
  const missing = new Set(prefixes);
  const paths = new Map<string, string>();
  let siblings: DivisionName[] = [];
  // '~' sorts after every digit, so this is the end of the longest range.
  const end =
    prefixes
      .map((prefix) => `${prefix}~`)
      .sort()
      .at(-1) ?? '';

  for await (const row of readDivisionNames(end)) {
    missing.delete(row.code);
    const wanted = prefixes.some((prefix) => row.code.startsWith(prefix) || prefix.startsWith(row.code));
    if (!wanted) continue;
    if (siblings[0] && parentDivisionCode(siblings[0].code) !== parentDivisionCode(row.code)) {
      yield* describeVillages(siblings, paths);
      siblings = [];
    }
    if (row.code.length === 12) siblings.push(row);
    else yield describe(row, row.code.length === 9 ? townshipShortName(row.name) : row.name, paths);
  }
  yield* describeVillages(siblings, paths);

  const [unknown] = missing;
  if (unknown !== undefined) throw invalid({ [`codes.${prefixes.indexOf(unknown)}`]: 'DIVISION_UNKNOWN' });
}

function describe(row: DivisionName, shortName: string, paths: Map<string, string>): DivisionRow {
  const level = divisionLevelOf(row.code) ?? 'VILLAGE';
  const parentCode = parentDivisionCode(row.code);
  const above = parentCode === null ? '' : (paths.get(parentCode) ?? '');
  const onPaper = level === 'PREFECTURE' && PAPER_PREFECTURE.test(row.name);
  const path = onPaper ? above : `${above} ${shortName}`.trim();
  if (level !== 'VILLAGE') paths.set(row.code, path);
  return { ...row, shortName, level, parentCode, path, pinyin: pinyinKeys(shortName, 'place') };
}

/** Short names stay unique within a township: where 南关 would be two places, 南关村 and 南关社区. */
function* describeVillages(
  villages: readonly DivisionName[],
  paths: Map<string, string>,
): Generator<DivisionRow> {
  const candidates = villages.map(
    ({ name }) => [villageShortName(name), villageKeys(name)[1], name] as const,
  );
  const counts = [0, 1].map((form) => countBy(candidates.map((names) => names[form] ?? '')));
  for (const [place, village] of villages.entries()) {
    const [short = '', kinded = '', name = ''] = candidates[place] ?? [];
    const alone = counts[0]?.get(short) === 1;
    const aloneByKind = counts[1]?.get(kinded) === 1 && !counts[0]?.has(kinded);
    yield describe(village, alone ? short : aloneByKind ? kinded : name, paths);
  }
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
