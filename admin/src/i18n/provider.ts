import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { resourceMessages } from '../resources/messages.ts';
import { bangfuMessages } from './bangfu.ts';
import { currentLocale, isLocale, LOCALES, setCurrentLocale } from './locale.ts';
import { phrasesOf } from './messages.ts';
import { zhCN } from './zh-CN.ts';

const own = (lang: 'zh' | 'en') => ({
  bangfu: phrasesOf(bangfuMessages, lang),
  resources: phrasesOf(resourceMessages, lang),
});

function messagesOf(locale: string): TranslationMessages | Promise<TranslationMessages> {
  if (locale !== 'en') return { ...zhCN, ...own('zh') };
  return import('ra-language-english').then((english) => ({ ...english.default, ...own('en') }));
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
