import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { phrases as frame } from './frame-zh.ts';
import { currentLocale, isLocale, LOCALES, setCurrentLocale } from './locale.ts';
import type { Phrases } from './messages.ts';
import { zhCN } from './zh-CN.ts';

/** Chinese messages of the pages, once loaded. */
let pages: Phrases | undefined;

function messagesOf(locale: string): TranslationMessages | Promise<TranslationMessages> {
  return locale === 'en' ? english() : { ...zhCN, ...frame, ...pages };
}

async function english(): Promise<TranslationMessages> {
  const [base, own] = await Promise.all([import('ra-language-english'), import('./phrases-en.ts')]);
  return { ...base.default, ...own.phrases };
}

/** Texts from the server pass through `translate` unchanged; only a missing key of ours is a mistake. */
function onMissingKey(key: string): string {
  if (/^(ra|bangfu|resources)\./.test(key)) console.error(`no text for ${key} in ${currentLocale()}`);
  return key;
}

const provider = polyglotI18nProvider(messagesOf, currentLocale(), LOCALES, { onMissingKey });

const chinesePages = async () => {
  pages ??= (await import('./pages-zh.ts')).phrases;
};

/**
 * Must have finished before a page is rendered: its messages are not part of the first load. English is loaded whole.
 */
export async function wordsOfPages(): Promise<void> {
  if (pages || currentLocale() === 'en') return;
  await chinesePages();
  await provider.changeLocale(currentLocale());
}

export const i18nProvider: I18nProvider = {
  ...provider,
  changeLocale: async (locale) => {
    if (!isLocale(locale)) return;
    if (locale === 'zh-CN') await chinesePages();
    await provider.changeLocale(locale);
    setCurrentLocale(locale);
  },
};
