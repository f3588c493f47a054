import { normaliseUsername } from './username.ts';

/**
 * Letters that are drawn like a Latin letter, a digit or another sign, by what they are drawn like. Capital letters are
 * compared as small ones, so a letter stands here for what either of its forms resembles.
 */
const alike: Record<string, string> = {
  a: 'аαɑᴀ',
  b: 'вβʙƅьъᏼ',
  c: 'сϲᴄⅽ',
  d: 'ԁᴅɗ',
  e: 'еεєҽᴇ',
  f: 'ϝғꜰ',
  g: 'ɡցɢԍ',
  h: 'һнηհʜ',
  j: 'јϳᴊյ',
  k: 'кκᴋқҝ',
  l: 'i1ıɩιіїӏlʟ|ǀⅼіɪ丨',
  m: 'мμᴍ',
  n: 'пոռɴи',
  o: '0оοσօᴏө〇ѳ',
  p: 'рρᴘ',
  q: 'ԛզ',
  r: 'гᴦʀя',
  s: 'ѕꜱ',
  t: 'тτᴛ',
  u: 'υսᴜц',
  v: 'ѵνᴠ',
  w: 'ѡԝωᴡш',
  x: 'хχ',
  y: 'уүγʏ',
  z: 'ᴢʐζ',
  3: 'зӡʒ',
  4: 'ч',
  6: 'б',
  己: '已巳',
  土: '士',
  日: '曰',
  未: '末',
  戊: '戌戍',
  工: 'エ',
  口: 'ロ',
  力: 'カ',
  夕: 'タ',
  卜: 'ト',
  二: 'ニ',
  八: 'ハ',
  才: 'オ',
  一: 'ー',
};

const drawnLike = new Map(
  Object.entries(alike).flatMap(([sign, others]) => [...others].map((it) => [it, sign])),
);

/** What a user name looks like: two names with one skeleton cannot be told apart on a screen. */
export function usernameSkeleton(username: string): string {
  const bare = normaliseUsername(username)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}\p{Cc}\s]/gu, '')
    .normalize('NFKC')
    .toLowerCase();
  return (
    [...bare]
      .map((sign) => drawnLike.get(sign) ?? sign)
      .join('')
      .replaceAll('rn', 'm')
      .replaceAll('vv', 'w')
      // Nobody remembers with which sign the parts of a name are joined, nor whether with any.
      .replace(/[._-]+/g, '')
  );
}
