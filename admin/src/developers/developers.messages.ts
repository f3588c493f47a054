import type { MessageTree } from '../i18n/messages.ts';

/** Only what the menu shows; the pages load their own messages. */
export const developerMessages = {
  name: ['接口开发', 'Developers'],
} as const satisfies MessageTree;
