import type { Phase } from "./state";

/**
 * What the stream carries: the same for everyone, of no person, and no count but that of seats. Moments are ISO strings.
 * It is the whole of what is shown, never a difference, so that whoever missed some of it needs the last one alone.
 */
export type RoomView = {
  readonly slug: string;
  readonly title: string;
  readonly simulated: boolean;
  readonly round: {
    readonly id: string;
    readonly number: number;
    readonly timeZone: string;
    readonly stage: "notOpen" | "open" | "closing" | "closed";
    /** When answers are taken until; the planned or published time, or the end of the last call. */
    readonly closesAt: string;
    /** Whether fewer than ten responses kept it from closing: it closes at that time, and not before. */
    readonly extended: boolean;
  };
  readonly phase: Phase;
  /** The agenda question that the room is at, once everybody may read it; null at other phases and where all are asked. */
  readonly question: { readonly index: number; readonly text: string } | null;
  /** How many agenda questions the round has. */
  readonly questions: number;
  /** When the last call ends. */
  readonly until: string | null;
  readonly seats: { readonly enrolled: number; readonly invited: number };
  /** The finding that is shown or discussed, by its index, and how many there are; null where none is. */
  readonly finding: { readonly index: number; readonly of: number } | null;
  /** Whether not every co-hosting mission has signed the findings that are shown. */
  readonly provisional: boolean;
  /** The server's time as it wrote this, for whoever's clock is wrong. */
  readonly now: string;
};
