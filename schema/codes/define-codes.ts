import { withoutBlanks } from '../text.ts';
import { isBlankWord } from './imports/blank-words.ts';
import type { Bilingual, Lang } from './lang.ts';

export interface CodeSpec extends Bilingual {
  /** The code of the national standard or system, where there is one. */
  readonly code?: string;
  /** Other spellings met in rosters: older names, short forms, finer codes of the same standard. */
  readonly synonyms?: readonly string[];
  /** A sentence for whoever meets the value for the first time. */
  readonly description?: string;
}

interface CodeOptions {
  /** Brings the spellings of one list together, such as 汉 and 汉族; used on both sides of a match. */
  readonly fold?: (text: string) => string;
  /** Words besides the general ones by which a sheet says that there is no value. */
  readonly blanks?: readonly string[];
}

/** One coded list: what the database stores, what the API calls it and what people read and write. */
export interface CodeList<K extends string> {
  readonly name: string;
  readonly title: Bilingual;
  readonly keys: readonly [K, ...K[]];
  readonly specs: Readonly<Record<K, CodeSpec>>;
  /** Key to key: the object that a GraphQL enum is made of. */
  readonly enum: { readonly [P in K]: P };
  readonly description: string;
  readonly valuesConfig: Record<K, { description: string }>;
  label(key: K, lang: Lang): string;
  has(value: unknown): value is K;
  /** Understands the key, the national code, either label and the synonyms; null for anything else. */
  parse(text: string): K | null;
  /** The same for a cell with several values; `unknown` holds the parts that were not understood. */
  parseMany(text: string): { keys: K[]; unknown: string[] };
  /** Whether the text is empty or says in words that there is no value. */
  isBlank(text: string): boolean;
}

/** The union of the keys: `type Sex = CodeOf<typeof Sex>`. */
export type CodeOf<L> = L extends CodeList<infer K> ? K : never;

const SEPARATORS = /[,;、/|+]|\s+/;

/** What two spellings must agree in: width, spaces, letter case and the kind of brackets do not matter. */
export function foldText(text: string): string {
  return withoutBlanks(text)
    .replace(/[【〔[]/g, '(')
    .replace(/[】〕\]]/g, ')')
    .toUpperCase();
}

function spellingsOf(key: string, spec: CodeSpec): string[] {
  const codes = spec.code === undefined ? [] : [spec.code, spec.code.replace(/^0+(?=\d)/, '')];
  return [key, spec.zh, spec.en, ...codes, ...(spec.synonyms ?? [])];
}

function indexSpellings<K extends string>(
  name: string,
  specs: Readonly<Record<K, CodeSpec>>,
  keys: readonly K[],
  fold: (text: string) => string,
): Map<string, K> {
  const index = new Map<string, K>();
  for (const key of keys) {
    for (const spelling of spellingsOf(key, specs[key])) {
      const folded = fold(foldText(spelling));
      const taken = index.get(folded);
      if (taken !== undefined && taken !== key) {
        throw new Error(`${name}: "${spelling}" stands for both ${taken} and ${key}`);
      }
      index.set(folded, key);
    }
  }
  return index;
}

export function defineCodes<const K extends string>(
  name: string,
  zh: string,
  en: string,
  specs: Readonly<Record<K, CodeSpec>>,
  options: CodeOptions = {},
): CodeList<K> {
  const keys = Object.keys(specs) as [K, ...K[]];
  const fold = options.fold ?? ((text: string) => text);
  const index = indexSpellings(name, specs, keys, fold);
  const blanks = new Set((options.blanks ?? []).map(foldText));
  const describe = (spec: CodeSpec) =>
    `${spec.en} (${spec.zh})${spec.description === undefined ? '' : `. ${spec.description}`}`;
  const parse = (text: string) => index.get(fold(foldText(text))) ?? null;
  const isBlank = (text: string) => isBlankWord(text) || blanks.has(foldText(text));

  return {
    name,
    title: { zh, en },
    keys,
    specs,
    enum: Object.fromEntries(keys.map((key) => [key, key])) as { [P in K]: P },
    description: `${en} (${zh})`,
    valuesConfig: Object.fromEntries(
      keys.map((key) => [key, { description: describe(specs[key]) }]),
    ) as Record<K, { description: string }>,
    label: (key, lang) => specs[key][lang],
    has: (value): value is K => typeof value === 'string' && Object.hasOwn(specs, value),
    parse,
    isBlank,
    parseMany(text) {
      const whole = parse(text);
      if (whole !== null) return { keys: [whole], unknown: [] };
      const found = new Set<K>();
      const unknown: string[] = [];
      for (const part of text.normalize('NFKC').split(SEPARATORS)) {
        if (isBlank(part)) continue;
        const key = parse(part);
        if (key === null) unknown.push(part);
        else found.add(key);
      }
      return { keys: keys.filter((key) => found.has(key)), unknown };
    },
  };
}
