import type { MessageTree } from '../i18n/messages.ts';

/** Only what the menu shows; the pages bring their own words. */
export const developerMessages = {
  name: ['接口开发', 'Developers'],
} as const satisfies MessageTree;
