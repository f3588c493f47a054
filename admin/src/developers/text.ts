import { useSyncExternalStore } from 'react';
import { currentLang, subscribeToLocale } from '../i18n/locale.ts';

/** Chinese, English. These pages are long: their words come with them and not with the first load. */
export type Both = readonly [zh: string, en: string];

export const useLang = (): 'zh' | 'en' => useSyncExternalStore(subscribeToLocale, currentLang);

/** Picks the language of the page. */
export function useText(): (both: Both) => string {
  const lang = useLang();
  return ([zh, en]) => (lang === 'en' ? en : zh);
}
