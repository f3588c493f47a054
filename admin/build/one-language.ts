import type { Plugin } from 'vite';
import { ourPhrases } from '../src/i18n/phrases.ts';

/** Words stand in pairs in the source; a browser is sent those of the language it shows. */
export function oneLanguage(): Plugin {
  return {
    name: 'one-language',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const lang = /[\\/]i18n[\\/]phrases-(zh|en)\.ts$/.exec(id)?.[1];
      if (lang !== 'zh' && lang !== 'en') return null;
      return { code: `export const phrases = ${JSON.stringify(ourPhrases(lang))};`, map: null };
    },
  };
}
