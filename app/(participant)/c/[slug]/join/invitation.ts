import type { Bytes } from "@/domain/anonymity/encoding";
import { Refusal } from "@/domain/refusal";
import { canEncrypt, registryHere } from "../../../_means";
import { readable, thisDevice } from "../../../_protocol/device";
import { begunWith } from "../../../_protocol/enrol-here";
import { holdUnfinished, unfinished } from "../../../_protocol/unfinished";

/** A seat to which somebody brings its invitation. */
export type InvitedSeat = {
  readonly token: string;
  readonly delegation: string;
  /** Which of its delegation's seats it is, from 1. */
  readonly place: number;
  /** Whether its delegation has several. */
  readonly several: boolean;
  readonly enrolled: boolean;
  readonly enrolmentOpen: boolean;
  /** Whether the seat's code was lost, so that it gets credentials for rounds alone that have not opened. */
  readonly replacing: boolean;
  /** Where another participant has enrolled in this browser: in this tab, on the device, or nowhere. */
  readonly another: "tab" | "device" | null;
};

export type Invitation =
  | { readonly state: "reading" }
  | { readonly state: "noLink" }
  | { readonly state: "enrolledHere" }
  | { readonly state: "trouble"; readonly error: unknown; readonly enrolledHere: boolean }
  | ({ readonly state: "seat" } & InvitedSeat);

/** The fragment of the page that shows the recovery code; the invitation's token has left the address by then. */
const CODE_PAGE = "code";
export const atCodePage = () => window.location.hash === `#${CODE_PAGE}`;

/** The token in the address's fragment, which no server is sent, or the one with which this tab has begun. */
async function broughtToken(slug: string): Promise<string | null> {
  const named = window.location.hash.slice(1);
  if (named !== "" && named !== CODE_PAGE) return named;
  return (await unfinished(slug))?.token ?? null;
}

/** What this browser keeps of a consultation, the tab's own storage first, leaving out what can never be finished. */
async function keptHere(slug: string) {
  for (const where of ["tab", "device"] as const) {
    const kept = await readable(thisDevice(slug, where === "tab"));
    if (kept !== null && !kept.spent) return { where, kept };
  }
  return null;
}

/** Reads the invitation: whose seat it is, and whether it or another was enrolled in this browser. */
export async function readInvitation(slug: string): Promise<Invitation> {
  if (!canEncrypt()) return { state: "trouble", error: new Refusal("no_cryptography"), enrolledHere: false };
  const [here, token] = [await keptHere(slug), await broughtToken(slug)];
  if (token === null) return { state: here === null ? "noLink" : "enrolledHere" };
  if (here !== null && begunWith(here.kept, token)) return { state: "enrolledHere" };
  try {
    const seat = await registryHere().seat({ token });
    if (here !== null && seat.enrolled) return { state: "enrolledHere" };
    return { state: "seat", token, ...seat, another: here?.where ?? null };
  } catch (error) {
    return { state: "trouble", error, enrolledHere: here !== null };
  }
}

/**
 * Goes on to the page with the recovery code as an entry of the history's own, so that Back leads to the invitation. The
 * token is then held by this tab and leaves the address, where the tab can hold it.
 */
export async function goToCodePage(slug: string, token: string, code: Bytes): Promise<void> {
  if (await holdUnfinished(slug, { token, code }))
    window.history.replaceState(null, "", window.location.pathname);
  window.history.pushState(null, "", `#${CODE_PAGE}`);
  window.scrollTo(0, 0);
}
