import { pinyin } from 'pinyin-pro';
import { readingsOf } from './pinyin-readings.ts';

/** Most combinations stored: more would grow the index for readings that are never typed. */
const MOST_COMBINATIONS = 8;
const LONGEST_NAME = 40;

/**
 * What a name is searched by, as one text of keys with a blank between: the full pinyin without tones
 * and the initials, once for each likely reading. 方相奎 gives `fangxiangkui fxk`; 单县 gives `danxian
 * dx shanxian sx`. ü is written v, and u as well, since people type either.
 */
export function pinyinKeys(name: string, kind: 'person' | 'place'): string {
  const characters = [...name.normalize('NFKC')].slice(0, LONGEST_NAME);
  const text = characters.join('');
  const asName = syllables(text, 'head');
  const asWords = syllables(text, 'off');
  const options = characters.map((character, place) => {
    const likely = kind === 'person' ? [asName[place], asWords[place]] : [asWords[place], asName[place]];
    const spelled = [...likely, ...readingsOf(character)].map(plain);
    return [...new Set(spelled)].filter((syllable) => syllable !== '');
  });
  const keys = new Set<string>();
  for (const reading of combine(options.filter((list) => list.length > 0))) {
    keys.add(reading.join(''));
    keys.add(reading.map((syllable) => syllable.charAt(0)).join(''));
  }
  for (const key of [...keys]) if (/[ln]v/.test(key)) keys.add(key.replace(/([ln])v/g, '$1u'));
  keys.delete('');
  return [...keys].join(' ');
}

function syllables(text: string, surname: 'head' | 'off'): string[] {
  return pinyin(text, { type: 'array', toneType: 'none', v: true, surname, nonZh: 'spaced' });
}

function plain(syllable: string | undefined): string {
  return (syllable ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The first reading of each, then those that differ in one place, in two, and so on up to the limit. */
function combine(options: readonly (readonly string[])[]): string[][] {
  const all = [options.map(([first = '']) => first)];
  let level = [{ reading: all[0] ?? [], from: 0 }];
  while (level.length > 0 && all.length < MOST_COMBINATIONS) {
    level = level
      .flatMap(({ reading, from }) =>
        options.flatMap((list, place) =>
          (place < from ? [] : list.slice(1)).map((other) => ({
            reading: reading.with(place, other),
            from: place + 1,
          })),
        ),
      )
      .slice(0, MOST_COMBINATIONS - all.length);
    all.push(...level.map(({ reading }) => reading));
  }
  return all;
}
