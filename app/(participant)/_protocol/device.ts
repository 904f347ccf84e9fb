import type { Wallet } from "@/domain/anonymity/wallet";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { lastingStore, type Store, tabStore } from "./stores";

/** The recovery code's bytes in base64url, and the wallet as far as it has come. */
type KeptEnrolment = { readonly code: string; readonly wallet: Wallet };

/** What was last sent in a round; without a receipt as long as no reply has come. */
export type SentResponse = {
  readonly revision: number;
  readonly answers: Answers;
  readonly receipt: string | null;
};

/**
 * What one device keeps of one consultation. Every write is awaited; one that fails throws, so that a page can say that
 * nothing was kept.
 */
export type Device = {
  readonly enrolment: () => Promise<KeptEnrolment | null>;
  readonly keepEnrolment: (enrolment: KeptEnrolment) => Promise<void>;
  /** Answers being written in a round; empty where none are. */
  readonly draft: (roundId: string) => Promise<Answers>;
  readonly keepDraft: (roundId: string, draft: Answers) => Promise<void>;
  readonly sent: (roundId: string) => Promise<SentResponse | null>;
  readonly keepSent: (roundId: string, sent: SentResponse | null) => Promise<void>;
  /** Removes all that is kept of this consultation. */
  readonly forget: () => Promise<void>;
};

/** A device over a store. What is read back was written here, in these shapes. */
export function deviceOn(store: Store, slug: string): Device {
  const enrolment = `${slug}/enrolment`;
  // Apart, so that saving a draft while a reply comes in never overwrites a receipt.
  const draft = (roundId: string) => `${slug}/rounds/${roundId}/draft`;
  const sent = (roundId: string) => `${slug}/rounds/${roundId}/sent`;
  return {
    enrolment: async () => (await store.get(enrolment)) as KeptEnrolment | null,
    keepEnrolment: (kept) => store.set(enrolment, kept),
    draft: async (roundId) => ((await store.get(draft(roundId))) as Answers | null) ?? {},
    keepDraft: (roundId, answers) => store.set(draft(roundId), answers),
    sent: async (roundId) => (await store.get(sent(roundId))) as SentResponse | null,
    keepSent: (roundId, response) => store.set(sent(roundId), response),
    forget: async () => {
      for (const key of await store.keys()) if (key.startsWith(`${slug}/`)) await store.remove(key);
    },
  };
}

/** This browser for a consultation: its lasting storage, or the tab's alone where the device is shared. */
export function thisDevice(slug: string, shared: boolean): Device {
  return deviceOn(shared ? tabStore() : lastingStore(), slug);
}

/**
 * The device that already holds an enrolment in this consultation: the tab's storage if it does, else the lasting one;
 * null where neither does.
 */
export async function keptDevice(slug: string): Promise<Device | null> {
  for (const shared of [true, false]) {
    const device = thisDevice(slug, shared);
    if ((await device.enrolment()) !== null) return device;
  }
  return null;
}

/**
 * Does a piece of work with no other tab or second click doing the same in this consultation: they wait. Browsers
 * without locks do it at once; the servers refuse what must not happen twice.
 */
export async function alone<Value>(slug: string, work: () => Promise<Value>): Promise<Value> {
  // Older browsers have no such object, whatever the types say.
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  if (locks === undefined) return work();
  return locks.request(`tour-de-table/${slug}`, work);
}
