import { localStorageStore, type Store } from 'react-admin';

const KEPT_AT_LOGOUT = /^locale$|\.savedQueries/;

let owner: string | undefined;

/** Saved queries belong to a user, not to a shared computer. */
export function setStoreOwner(username: string | undefined): void {
  owner = username;
}

const storageKey = (key: string) => (key.endsWith('.savedQueries') && owner ? `${key}@${owner}` : key);

/** react-admin empties its store at sign-out; language and saved queries must survive that. */
export function createStore(): Store {
  const base = localStorageStore('1', 'bangfu');
  return {
    ...base,
    getItem: (key, fallback) => base.getItem(storageKey(key), fallback),
    setItem: (key, value) => base.setItem(storageKey(key), value),
    removeItem: (key) => base.removeItem(storageKey(key)),
    subscribe: (key, callback) => base.subscribe(storageKey(key), callback),
    reset: () => {
      for (const key of Object.keys(base.listItems?.() ?? {})) {
        if (!KEPT_AT_LOGOUT.test(key)) base.removeItem(key);
      }
    },
  };
}
