import type { RoomView } from "./view";

/** What the code of a session leads a device to: its questions where it is enrolled, whatever has become of the session. */
export const ledTo = ({ phase }: Pick<RoomView, "phase">, enrolled: boolean) =>
  enrolled ? "questions" : phase === "ended" ? "ended" : "notEnrolled";

/** A page of the sheet: an agenda question by its index, the review, or the receipt. */
export type SheetPage = number | "review" | "receipt";

/** Where the room is as far as a device has heard: at an agenda question by its index, or at none. */
export type RoomAt = number | null;

/**
 * Where the room is after a view. While it asks, the view says so; a last call stays at its question, and what follows
 * changes nothing, so that nothing turns away from what somebody finishes.
 */
export function roomAt(before: RoomAt, { phase, question }: Pick<RoomView, "phase" | "question">): RoomAt {
  if (phase === "question") return question?.index ?? null;
  return phase === "lastCall" ? (question?.index ?? before) : before;
}

/**
 * The question to which a device turns by itself as the room comes to another; null where it stays. It follows only from
 * the page that the room was at: whoever turned elsewhere stays there, and so does whoever is in the middle of something.
 */
export function turnsTo(shown: SheetPage, before: RoomAt, now: RoomAt, busy: boolean): RoomAt {
  return now !== before && shown === before && !busy ? now : null;
}

/** The question that is offered to whoever is elsewhere; null to whoever is where the room is, or where it is at none. */
export const offered = (shown: SheetPage, now: RoomAt): RoomAt => (shown === now ? null : now);

/** The round of a page, as the device has it: its id, and whether it is answered there. */
export type RoundShown = { readonly roundId: string; readonly answering: boolean };

/**
 * What a device has to do about the round that the room is at. `look`: ask anew where it stands, since a round has opened.
 * `close`: take no more answers, since the round has closed; what was written stays.
 */
export function roundDue(
  shown: RoundShown | null,
  { round }: Pick<RoomView, "round">,
): "look" | "close" | null {
  const answering = shown?.answering === true;
  const here = shown?.roundId === round.id;
  if (round.stage === "open") return answering && here ? null : "look";
  return answering && here && (round.stage === "closing" || round.stage === "closed") ? "close" : null;
}

/** What of a finding that was loaded tells whether it is signed. */
type Loaded = { readonly round: { readonly number: number }; readonly provisional: boolean };

/** Whether a finding that is still shown is not signed yet: missions may sign after it was loaded, which a view tells. */
export const isProvisional = (
  { round, provisional }: Loaded,
  view: Pick<RoomView, "provisional"> & { readonly round: Pick<RoomView["round"], "number"> },
): boolean => (round.number === view.round.number ? view.provisional : provisional);

/** Seconds at which the end of a last call is said once more to those who hear the page. */
const SAID_AT = [60, 30, 10] as const;

/** The last of these that has come; null before the first. It changes three times in a last call and not every second. */
export const saidLeft = (left: number): number | null => SAID_AT.findLast((at) => left <= at) ?? null;
