import { resourceMessages } from '../resources/messages.ts';
import { bangfuMessages } from './bangfu.ts';
import { type Phrases, phrasesOf } from './messages.ts';

type Lang = 'zh' | 'en';

/** The words of the pages, which one sees once signed in. */
export const pagePhrases = (lang: Lang): Phrases => ({ resources: phrasesOf(resourceMessages, lang) });

const namesOfResources = Object.fromEntries(
  Object.entries(resourceMessages).map(([resource, { name }]) => [resource, { name }]),
);

/** The words around the pages: of the first load, for it signs people in and draws the menu. */
export const framePhrases = (lang: Lang): Phrases => ({
  bangfu: phrasesOf(bangfuMessages, lang),
  resources: phrasesOf({ ...namesOfResources, session: resourceMessages.session }, lang),
});

/** All our words in one language. */
export const ourPhrases = (lang: Lang): Phrases => ({ ...framePhrases(lang), ...pagePhrases(lang) });
