import type { Page } from "@playwright/test";

/** What a browser holds of this origin, by name: in the tab, for good, and for the servers. */
export async function tracesIn(page: Page) {
  const held = await page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const entries: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name ?? ""));
      for (const store of database.objectStoreNames) {
        const keys = await settled(database.transaction(store).objectStore(store).getAllKeys());
        entries.push(...keys.map((key) => `${name} ${store} ${key}`));
      }
      database.close();
    }
    return {
      tab: Object.keys(sessionStorage),
      lasting: [...Object.keys(localStorage), ...entries, ...(await caches.keys())],
    };
  });
  return { ...held, cookies: (await page.context().cookies()).map(({ name }) => name) };
}

/** Nothing at all. */
export const NO_TRACES = { tab: [], lasting: [], cookies: [] };
