import { currentUserId } from '../../providers/account/user-data.ts';
import { draftPrefix } from './draft-keys.ts';

/**
 * Input that was typed and not saved. It is kept in the session storage of this tab, which survives a reload and an
 * expired session but not the closing of the tab, under the user's id. It is removed when it is saved or discarded,
 * when the user signs out, or when another user signs in. Personal numbers, birth dates, secrets and photos are left
 * out and must be entered again.
 */
export interface KeptDraft {
  /** When it was typed, as an ISO instant. */
  at: string;
  /** Version of the record when it was typed, where there is one. */
  version?: number;
  /** Form values by source. */
  values: Record<string, unknown>;
  /** Something was left out. */
  isPartial?: boolean;
}

const LEFT_OUT =
  /residentId|phone|birth|idNumber|bankAccount|accountNumber|password|secret|token|stepUpCode|recovery|totp|photo|file/i;

const draftKey = (name: string): string | undefined => {
  const userId = currentUserId();
  return userId && `${draftPrefix}${userId}:${name}`;
};

const isNothing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Removes what must not be stored, at any depth. */
export function withoutPersonal(draft: KeptDraft): KeptDraft {
  let isPartial = false;
  const text = JSON.stringify(draft.values, (name, value: unknown) => {
    if (!LEFT_OUT.test(name)) return value;
    isPartial ||= !isNothing(value);
    return undefined;
  });
  return { ...draft, values: JSON.parse(text), isPartial };
}

/** Storage may be full or forbidden: then there are no drafts, and forms work without them. */
function tryTo<Result>(act: (storage: Storage) => Result): Result | undefined {
  try {
    return act(window.sessionStorage);
  } catch {
    return undefined;
  }
}

const isDraft = (draft: unknown): draft is KeptDraft =>
  typeof draft === 'object' && draft !== null && 'at' in draft && 'values' in draft;

export function loadDraft(name: string): KeptDraft | undefined {
  const key = draftKey(name);
  const draft: unknown = key && tryTo((storage) => JSON.parse(storage.getItem(key) ?? 'null'));
  return isDraft(draft) ? draft : undefined;
}

/** Returns the draft as given, although less is stored. */
export function keepDraft(name: string, draft: KeptDraft): KeptDraft {
  const key = draftKey(name);
  if (key) tryTo((storage) => storage.setItem(key, JSON.stringify(withoutPersonal(draft))));
  return draft;
}

export function dropDraft(name: string): void {
  const key = draftKey(name);
  if (key) tryTo((storage) => storage.removeItem(key));
}
