import { auditMessages } from '../resources/audit/audit.messages.ts';
import { consoleResources } from '../resources/resources.ts';
import { withAuditWords } from '../shared/resource/audit-words.ts';
import { bangfuMessages } from './bangfu.ts';
import { type MessageTree, type Phrases, phrasesOf } from './messages.ts';

type Lang = 'zh' | 'en';

/** Messages of the audit trail: its own, and those that each resource adds. */
export const trailWords = withAuditWords(auditMessages, consoleResources);

/** react-admin looks for `resources.<name>.name` and `.fields.<source>` here. */
export const resourceMessages: MessageTree = {
  ...Object.fromEntries(consoleResources.map(({ name, messages }) => [name, messages])),
  audit: trailWords,
};

/** Messages of the pages, seen only after signing in. */
export const pagePhrases = (lang: Lang): Phrases => ({ resources: phrasesOf(resourceMessages, lang) });

const frameMessages: MessageTree = Object.fromEntries(
  consoleResources.map(({ name: resource, messages, hasFrameMessages }) => {
    const { name } = messages;
    return [resource, hasFrameMessages || !name ? messages : { name }];
  }),
);

/** Messages of the sign-in page and the menu, needed on the first load. */
export const framePhrases = (lang: Lang): Phrases => ({
  bangfu: phrasesOf(bangfuMessages, lang),
  resources: phrasesOf(frameMessages, lang),
});

/** All our words in one language. */
export const ourPhrases = (lang: Lang): Phrases => ({ ...framePhrases(lang), ...pagePhrases(lang) });
