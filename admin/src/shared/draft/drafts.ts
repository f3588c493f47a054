import { currentUserId } from '../../providers/account/user-data.ts';
import { draftPrefix } from './draft-keys.ts';

/**
 * What was typed and not saved yet. It is kept in the session storage of this tab, which outlives a reload and an ended
 * session and not the tab; under the id of the person; until it is saved, thrown away, the person signs out, or
 * somebody else signs in here. Numbers of persons, birth dates, secrets and photos are left out and have to be given
 * again.
 */
export interface KeptDraft {
  /** When it was typed, as an ISO instant. */
  at: string;
  /** Of the record as it was when it was typed, where there is one. */
  version?: number;
  /** Of the form, by source. */
  values: Record<string, unknown>;
  /** Something of it was left out. */
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

/** Without what must not lie about, at any depth. */
export function withoutPersonal(draft: KeptDraft): KeptDraft {
  let isPartial = false;
  const text = JSON.stringify(draft.values, (name, value: unknown) => {
    if (!LEFT_OUT.test(name)) return value;
    isPartial ||= !isNothing(value);
    return undefined;
  });
  return { ...draft, values: JSON.parse(text), isPartial };
}

/** Storage may be full or forbidden: then there are no drafts, and forms work as they do. */
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

/** The draft as it was given, of which less is kept. */
export function keepDraft(name: string, draft: KeptDraft): KeptDraft {
  const key = draftKey(name);
  if (key) tryTo((storage) => storage.setItem(key, JSON.stringify(withoutPersonal(draft))));
  return draft;
}

export function dropDraft(name: string): void {
  const key = draftKey(name);
  if (key) tryTo((storage) => storage.removeItem(key));
}
