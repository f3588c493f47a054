import { useSyncExternalStore } from 'react';
import { currentLang, subscribeToLocale } from '../i18n/locale.ts';

/** Chinese, English. These pages are long, so their messages load with them and not at the start. */
export type Both = readonly [zh: string, en: string];

export const useLang = (): 'zh' | 'en' => useSyncExternalStore(subscribeToLocale, currentLang);

/** Picks the language of the page. */
export function useText(): (both: Both) => string {
  const lang = useLang();
  return ([zh, en]) => (lang === 'en' ? en : zh);
}
