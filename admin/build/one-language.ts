import { resolve } from 'node:path';
import { type Plugin, runnerImport } from 'vite';

type Phrases = typeof import('../src/i18n/phrases.ts');

const phrasesFile = resolve(import.meta.dirname, '../src/i18n/phrases.ts');

const wordsOf = {
  'frame-zh': ({ framePhrases }: Phrases) => framePhrases('zh'),
  'pages-zh': ({ pagePhrases }: Phrases) => pagePhrases('zh'),
  'phrases-en': ({ ourPhrases }: Phrases) => ourPhrases('en'),
};

const isFile = (name: string | undefined): name is keyof typeof wordsOf =>
  name !== undefined && name in wordsOf;

const exportedMessages = /^export const (\w+)/gm;

/** Messages stand in pairs in the source; a browser gets only those of its language. */
export function oneLanguage(): Plugin {
  let phrases: Phrases;
  return {
    name: 'one-language',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      phrases = (await runnerImport<Phrases>(phrasesFile, { configFile: false, logLevel: 'warn' })).module;
    },
    load(id) {
      const file = /[\\/]i18n[\\/]([\w-]+)\.ts$/.exec(id)?.[1];
      if (!isFile(file)) return null;
      return { code: `export const phrases = ${JSON.stringify(wordsOf[file](phrases))};`, map: null };
    },
    transform(code, id) {
      if (!id.endsWith('.messages.ts')) return null;
      const names = [...code.matchAll(exportedMessages)].map(([, name]) => `export const ${name} = {};`);
      return { code: names.join('\n'), map: null };
    },
  };
}
