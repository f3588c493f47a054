import { onUserChange } from '../../providers/account/user-data.ts';

/** Prefix of all drafts in the session storage; the user's id and a colon follow. */
export const draftPrefix = 'bangfu.draft:';

const draftKeys = (): string[] => {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(draftPrefix));
  } catch {
    return [];
  }
};

/** Whether the user would lose a draft by signing out. */
export const hasDrafts = (): boolean => draftKeys().length > 0;

onUserChange((userId) => {
  for (const key of draftKeys())
    if (!userId || !key.startsWith(`${draftPrefix}${userId}:`)) sessionStorage.removeItem(key);
});
