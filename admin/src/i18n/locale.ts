export type Locale = 'zh-CN' | 'en';

export const LOCALES: { locale: Locale; name: string }[] = [
  { locale: 'zh-CN', name: '中文' },
  { locale: 'en', name: 'English' },
];

let current: Locale = 'zh-CN';
const listeners = new Set<() => void>();

export const isLocale = (value: unknown): value is Locale => value === 'zh-CN' || value === 'en';

/** The current language; the API client and the theme read it outside React's context. */
export const currentLocale = (): Locale => current;

export const currentLang = (): 'zh' | 'en' => (current === 'en' ? 'en' : 'zh');

export function setCurrentLocale(locale: Locale): void {
  current = locale;
  if (typeof document !== 'undefined') document.documentElement.lang = locale;
  for (const listener of listeners) listener();
}

export function subscribeToLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
