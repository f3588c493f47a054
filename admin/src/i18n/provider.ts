import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { currentLocale, isLocale, LOCALES, setCurrentLocale } from './locale.ts';
import { phrases } from './phrases-zh.ts';
import { zhCN } from './zh-CN.ts';

function messagesOf(locale: string): TranslationMessages | Promise<TranslationMessages> {
  return locale === 'en' ? english() : { ...zhCN, ...phrases };
}

async function english(): Promise<TranslationMessages> {
  const [base, own] = await Promise.all([import('ra-language-english'), import('./phrases-en.ts')]);
  return { ...base.default, ...own.phrases };
}

/** Texts from the server pass through `translate` untouched; only a key of ours that is missing is a mistake. */
function onMissingKey(key: string): string {
  if (/^(ra|bangfu|resources)\./.test(key)) console.error(`no text for ${key} in ${currentLocale()}`);
  return key;
}

export function createI18nProvider(): I18nProvider {
  const provider = polyglotI18nProvider(messagesOf, currentLocale(), LOCALES, { onMissingKey });
  return {
    ...provider,
    changeLocale: async (locale) => {
      if (!isLocale(locale)) return;
      await provider.changeLocale(locale);
      setCurrentLocale(locale);
    },
  };
}
