import { resourceMessages } from '../resources/messages.ts';
import { bangfuMessages } from './bangfu.ts';
import { type Phrases, phrasesOf } from './messages.ts';

/** All our words in one language. */
export const ourPhrases = (lang: 'zh' | 'en'): Phrases => ({
  bangfu: phrasesOf(bangfuMessages, lang),
  resources: phrasesOf(resourceMessages, lang),
});
