/** Rows of keyboards and alphabets, matched in both directions. */
const lines = [
  ...['abcdefghijklmnopqrstuvwxyz', '`1234567890-=', '~!@#$%^&*()_+'],
  ...['qwertyuiop[]\\', "asdfghjkl;'", 'zxcvbnm,./'],
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik,', '9ol.', '0p;/'],
  ...['!qaz', '@wsx', '#edc', '$rfv', '%tgb', '^yhn', '&ujm', '*ik', '(ol'],
  ...['1q2w3e4r5t6y7u8i9o0p', 'q1w2e3r4t5y6u7i8o9p0', 'a1b2c3d4e5f6g7h8i9j0', '1a2b3c4d5e6f7g8h9i0j'],
  ...['147', '258', '369', '159', '357'],
  '甲乙丙丁戊己庚辛壬癸',
  '一二三四五六七八九十',
];
const sequences = lines.flatMap((line) => [line, [...line].reverse().join('')]).join('\n');

/** Characters used in place of a letter, and the digits they stand for: 1, l, i and ! are one, 0 and o another. */
const alike: Record<string, string> = {
  ...{ '0': 'o', '1': 'i', l: 'i', '!': 'i', '|': 'i', '3': 'e', '€': 'e', '4': 'a', '@': 'a' },
  ...{ '5': 's', $: 's', '7': 't', '+': 't', '8': 'b', '9': 'g', '6': 'g', '2': 'z' },
};

/** One width, lower case, no accents. */
export const foldPassword = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC').toLowerCase();

const withLetters = (folded: string): string => [...folded].map((sign) => alike[sign] ?? sign).join('');
const backwards = (text: string): string => [...text].reverse().join('');

/** Words in the form they are searched in: with letters in place of signs, forwards and backwards. */
export class Words {
  private readonly all = new Set<string>();
  private longest = 0;

  constructor(...lists: Iterable<string>[]) {
    for (const list of lists) for (const word of list) this.add(word);
  }

  private add(word: string): void {
    const plain = withLetters(foldPassword(word));
    this.longest = Math.max(this.longest, plain.length);
    this.all.add(plain).add(backwards(plain));
  }

  /** The ends of all words that begin there. */
  *endsFrom(plain: string, from: number): Generator<number> {
    const last = Math.min(plain.length, from + this.longest);
    for (let to = from + shortestWord; to <= last; to += 1) if (this.all.has(plain.slice(from, to))) yield to;
  }
}
const shortestWord = 2;

/** A single sign between two pieces or after the last one: zhang-1990! */
const loneSign = /(?<![^\p{L}\p{N}])[^\p{L}\p{N}](?![^\p{L}\p{N}])/u;

const day = '(?:19|20)?\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
/** Years, days, mobile phone and identity numbers, which colleagues may know. */
const figures = ['(?:19|20)\\d\\d', day, '1[3-9]\\d{9}', `\\d{6}${day}\\d{3}[\\dx]`];
/** Names of places: 魏县, 双井镇. */
const places = [1, 2, 3].map((count) => `\\p{Script=Han}{${count}}[省市县区旗乡镇村局]`);
const known = [...figures, ...places].map((pattern) => new RegExp(pattern, 'uy'));

/**
 * The number of pieces an attacker has to guess: a common word, a run such as 4321 or qwer, a year, a birthday, a phone
 * or identity number and a place are one piece each, and so is every other character. Repetitions add nothing, and all
 * single signs between other pieces count as one.
 */
export function countPieces(password: string, ...words: readonly Words[]): number {
  const folded = foldPassword(password);
  const once = folded.replace(/(.+?)\1+/gu, '$1');
  return Math.min(...[folded, once].map((text) => fewestPieces(text, words)));
}

function fewestPieces(text: string, words: readonly Words[]): number {
  const plain = withLetters(text);
  const fewest = Array.from({ length: text.length + 1 }, (_, at) => at);
  const mark = (to: number, pieces: number) => {
    fewest[to] = Math.min(fewest[to] ?? pieces, pieces);
  };
  for (let from = 0; from < text.length; from += 1) {
    const pieces = (fewest[from] ?? from) + 1;
    mark(from + 1, isLoneSign(text, from) ? pieces - 1 : pieces);
    for (const list of words) for (const to of list.endsFrom(plain, from)) mark(to, pieces);
    for (const [isRun, shortest] of runs)
      for (let to = from + shortest; to <= text.length && isRun(text.slice(from, to)); to += 1)
        mark(to, pieces);
    for (const pattern of known) {
      pattern.lastIndex = from;
      if (pattern.test(text)) mark(pattern.lastIndex, pieces);
    }
  }
  return (fewest[text.length] ?? 0) + Number(loneSign.test(text));
}

const isLoneSign = (text: string, at: number): boolean =>
  loneSign.test(text[at] ?? '') && ![text[at - 1], text[at + 1]].some((next) => next && loneSign.test(next));

const isSequence = (text: string): boolean => sequences.includes(text);

/** Digits with a constant step, also across nine and zero: 1357, 8901, 4444. Three such digits are often chance. */
function isEven(text: string): boolean {
  if (!/^\d+$/.test(text)) return false;
  const steps = [...text].slice(1).map((digit, at) => (Number(digit) - Number(text[at]) + 10) % 10);
  return new Set(steps).size === 1;
}

const runs = [
  [isSequence, 3],
  [isEven, 4],
] as const;
