import { type Bytes, concatenated, toBase64Url, utf8 } from "@/domain/anonymity/encoding";
import type { Wallet } from "@/domain/anonymity/wallet";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { sha256 } from "./secrets";
import { lastingStore, type Store, tabStore } from "./stores";

/** The recovery code's bytes in base64url, and the wallet as far as it has come. */
export type KeptEnrolment = {
  readonly code: string;
  readonly wallet: Wallet;
  /** The registry has signed for this seat under another code, so that this can never be finished. */
  readonly spent?: boolean;
};

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
  /** What whoever has this code writes and sends here. Nobody else's is ever seen through it. */
  readonly of: (code: Bytes) => OwnDevice;
  /** Removes all that is kept of this consultation, whoever's it is. */
  readonly forget: () => Promise<void>;
};

/** A device as one participant sees it. */
export type OwnDevice = Device & {
  /** Answers being written in a round; empty where none are. */
  readonly draft: (roundId: string) => Promise<Answers>;
  readonly keepDraft: (roundId: string, draft: Answers) => Promise<void>;
  readonly sent: (roundId: string) => Promise<SentResponse | null>;
  readonly keepSent: (roundId: string, sent: SentResponse | null) => Promise<void>;
  /** The name under which tabs tell one another of this participant's draft of a round. */
  readonly channel: (roundId: string) => Promise<string>;
};

/** A device over a store. What is read back was written here, in these shapes. */
export function deviceOn(store: Store, slug: string): Device {
  const enrolment = `${slug}/enrolment`;
  const device: Device = {
    enrolment: async () => (await store.get(enrolment)) as KeptEnrolment | null,
    keepEnrolment: (kept) => store.set(enrolment, kept),
    of: (code) => {
      const holder = sha256(concatenated(utf8("tour-de-table/kept-by/1\0"), code)).then(toBase64Url);
      // Apart, so that saving a draft while a reply comes in never overwrites a receipt.
      const key = async (roundId: string, what: "draft" | "sent") =>
        `${slug}/rounds/${roundId}/${await holder}/${what}`;
      return {
        ...device,
        draft: async (roundId) => ((await store.get(await key(roundId, "draft"))) as Answers | null) ?? {},
        keepDraft: async (roundId, answers) => store.set(await key(roundId, "draft"), answers),
        sent: async (roundId) => (await store.get(await key(roundId, "sent"))) as SentResponse | null,
        keepSent: async (roundId, response) => store.set(await key(roundId, "sent"), response),
        channel: (roundId) => key(roundId, "draft"),
      };
    },
    forget: async () => {
      for (const key of await store.keys()) if (key.startsWith(`${slug}/`)) await store.remove(key);
    },
  };
  return device;
}

/** This browser for a consultation: its lasting storage, or the tab's alone where the device is shared. */
export function thisDevice(slug: string, shared: boolean): Device {
  return deviceOn(shared ? tabStore() : lastingStore(), slug);
}

/** What a device keeps; nothing where it cannot be read, as in some private windows. */
export const readable = ({ enrolment }: Device): Promise<KeptEnrolment | null> =>
  enrolment().catch(() => null);

/**
 * The device that already holds an enrolment in this consultation: the tab's storage if it does, else the lasting one;
 * null where neither does.
 */
export async function keptDevice(slug: string): Promise<Device | null> {
  for (const shared of [true, false]) {
    const device = thisDevice(slug, shared);
    if ((await readable(device)) !== null) return device;
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
