import { createStore, del, get, keys, set } from "idb-keyval";

/** Where a device keeps things by name. Values are plain JSON. What cannot be written throws. */
export type Store = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  readonly keys: () => Promise<string[]>;
};

/** In memory: for Node, and for as long as it runs. */
export function memoryStore(): Store {
  const held = new Map<string, string>();
  return {
    get: async (key) => JSON.parse(held.get(key) ?? "null"),
    set: async (key, value) => void held.set(key, JSON.stringify(value)),
    remove: async (key) => void held.delete(key),
    keys: async () => [...held.keys()],
  };
}

/** IndexedDB: this device, until it is told to forget. */
export function lastingStore(): Store {
  const store = createStore("tour-de-table", "kept");
  return {
    get: async (key) => (await get<unknown>(key, store)) ?? null,
    set: (key, value) => set(key, value, store),
    remove: (key) => del(key, store),
    keys: async () => (await keys<string>(store)).map(String),
  };
}

/** The tab's own storage, which goes with the tab: for a device that is shared. */
export function tabStore(): Store {
  const name = (key: string) => `tour-de-table/${key}`;
  return {
    get: async (key) => JSON.parse(sessionStorage.getItem(name(key)) ?? "null"),
    set: async (key, value) => sessionStorage.setItem(name(key), JSON.stringify(value)),
    remove: async (key) => sessionStorage.removeItem(name(key)),
    keys: async () =>
      Object.keys(sessionStorage)
        .filter((key) => key.startsWith(name("")))
        .map((key) => key.slice(name("").length)),
  };
}
