import { type Bytes, fromBase64Url, toBase64Url } from "@/domain/anonymity/encoding";
import { tabStore } from "./stores";

/** An enrolment that a tab has begun: whose invitation, and the recovery code that was shown for it. */
type Unfinished = { readonly token: string; readonly code: Bytes };

const place = (slug: string) => `${slug}/unfinished`;

/** What this tab has begun and not finished; null where nothing is, or where the tab can keep nothing. */
export async function unfinished(slug: string): Promise<Unfinished | null> {
  const held = await tabStore()
    .get(place(slug))
    .catch(() => null);
  if (held === null) return null;
  const { token, code } = held as { token: string; code: string }; // written below
  return { token, code: fromBase64Url(code) };
}

/** Holds what was begun in this tab, so that a reload shows the same code; false where the tab can keep nothing. */
export const holdUnfinished = (slug: string, { token, code }: Unfinished): Promise<boolean> =>
  tabStore()
    .set(place(slug), { token, code: toBase64Url(code) })
    .then(
      () => true,
      () => false,
    );

/** Lets go of it, once the seat has enrolled or the participant goes on with another code. */
export const dropUnfinished = (slug: string): Promise<void> =>
  tabStore()
    .remove(place(slug))
    .catch(() => undefined);
