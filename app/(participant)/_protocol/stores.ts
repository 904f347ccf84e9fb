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

/** Asks localStorage, which a browser may refuse or find full; then the slower store alone keeps, as it mostly does. */
function whereAllowed<Value>(ask: () => Value, otherwise: Value): Value {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

const ON_ITS_WAY = "tour-de-table/";

/** What is on its way into a slower store, held where a write is done as soon as it is asked for. */
const onItsWay = {
  hold: (key: string, text: string) =>
    whereAllowed(() => localStorage.setItem(ON_ITS_WAY + key, text), undefined),
  held: (key: string) => whereAllowed(() => localStorage.getItem(ON_ITS_WAY + key), null),
  letGo: (key: string) => whereAllowed(() => localStorage.removeItem(ON_ITS_WAY + key), undefined),
  keys: () =>
    whereAllowed(() => Object.keys(localStorage), [])
      .filter((name) => name.startsWith(ON_ITS_WAY))
      .map((name) => name.slice(ON_ITS_WAY.length)),
};

/**
 * IndexedDB: this device, until it is told to forget. A page that is reloaded or closed takes with it what IndexedDB has
 * not finished writing, the last keystroke for one; so each write is held in localStorage until it is done.
 */
export function lastingStore(): Store {
  const store = createStore("tour-de-table", "kept");
  return {
    get: async (key) => {
      const held = onItsWay.held(key);
      return held === null ? ((await get<unknown>(key, store)) ?? null) : JSON.parse(held);
    },
    set: async (key, value) => {
      const text = JSON.stringify(value);
      onItsWay.hold(key, text);
      await set(key, value, store);
      // A later write, of this tab or another, is held until it is done itself.
      if (onItsWay.held(key) === text) onItsWay.letGo(key);
    },
    remove: async (key) => {
      onItsWay.letGo(key);
      await del(key, store);
    },
    keys: async () => [...new Set([...onItsWay.keys(), ...(await keys<string>(store)).map(String)])],
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

/** Whether this browser's lasting storage can be written and read: in some private windows it cannot. */
export async function lastingStoreWorks(): Promise<boolean> {
  const [store, probe] = [lastingStore(), "probe"];
  const wrote = await store.set(probe, true).then(
    () => true,
    () => false,
  );
  const removed = await store.remove(probe).then(
    () => true,
    () => false,
  );
  return wrote && removed;
}
