import { useLocale } from 'react-admin';
import type { Bilingual, Lang } from '#schema/codes/lang.ts';

/** What a screen needs of a coded list in schema/codes. */
export interface ScreenCodes {
  readonly title: Bilingual;
  readonly keys: readonly string[];
  has(value: unknown): boolean;
  label(key: string, lang: Lang): string;
}

/** A code that this build does not know is shown as it is. */
export const codeLabel = (list: ScreenCodes, code: string, lang: Lang): string =>
  list.has(code) ? list.label(code, lang) : code;

export function useLang(): Lang {
  return useLocale() === 'en' ? 'en' : 'zh';
}

export function useCodeLabel(list: ScreenCodes): (code: string | null | undefined) => string {
  const lang = useLang();
  return (code) => (code ? codeLabel(list, code, lang) : '');
}

export function useCodeChoices(list: ScreenCodes): { id: string; name: string }[] {
  const label = useCodeLabel(list);
  return list.keys.map((id) => ({ id, name: label(id) }));
}

/** A list of words, separated as the language does. */
export const enumeration = (words: readonly string[], lang: Lang): string =>
  words.join(lang === 'zh' ? '、' : ', ');

export function useEnumeration(): (words: readonly string[]) => string {
  const lang = useLang();
  return (words) => enumeration(words, lang);
}

/** A list without codes that a form must not offer, such as states that only the server sets. */
export const withoutCodes = (list: ScreenCodes, ...keys: string[]): ScreenCodes => ({
  ...list,
  keys: list.keys.filter((key) => !keys.includes(key)),
});
