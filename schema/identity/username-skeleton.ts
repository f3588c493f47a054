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

/** Chinese characters that Unicode lists as drawn alike, each behind the one that is the more usual. */
const alikeHan =
  '併倂 值値 口囗 啟啓 填塡 嬀媯 戶戸 晚晩 柿杮 槩㮣 研硏 絕絶 胼腁 郎郞 鎮鎭 隸隷 鹃鹂 黑黒 䎛㖈 㦳㘽 壿墫 帡帲 搉㩁 曶㫚 ' +
  '肦朌 胐朏 胊朐 脁朓 胶㬵 脧朘 幐㬺 䐠㬻 膧朣 樧榝 潙溈 鿃䀹 晣䀿 朦䑃 蔿蒍 虁蘷 詽訮 訞䚶 讏讆 豣豜 趆赿 跺跥 躛躗 輧軿 ' +
  't丅 u凵 c匚匸 n冂 j亅 l乚';

const pairsOfHan = alikeHan.split(' ').map(([sign = '', ...others]) => [sign, others.join('')] as const);
const drawnLike = new Map(
  [...Object.entries(alike), ...pairsOfHan].flatMap(([sign, others]) => [...others].map((it) => [it, sign])),
);

/** What a user name looks like: two names with one skeleton look the same on a screen. */
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
