import type { Plugin } from 'vite';
import { framePhrases, ourPhrases, pagePhrases } from '../src/i18n/phrases.ts';

const wordsOf = {
  'frame-zh': () => framePhrases('zh'),
  'pages-zh': () => pagePhrases('zh'),
  'phrases-en': () => ourPhrases('en'),
};

const isFile = (name: string | undefined): name is keyof typeof wordsOf =>
  name !== undefined && name in wordsOf;

/** Words stand in pairs in the source; a browser is sent those of the language it shows. */
export function oneLanguage(): Plugin {
  return {
    name: 'one-language',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const file = /[\\/]i18n[\\/]([\w-]+)\.ts$/.exec(id)?.[1];
      if (!isFile(file)) return null;
      return { code: `export const phrases = ${JSON.stringify(wordsOf[file]())};`, map: null };
    },
  };
}
