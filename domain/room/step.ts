import { z } from "zod";

/** Seconds in which a step can be taken back before anything comes of it. */
export const UNDO_SECONDS = 5;

/** Seconds of a last call. */
const LEAST_LAST_CALL = 15;
export const USUAL_LAST_CALL = 120;
const MOST_LAST_CALL = 1_800;

const index = z.int().min(0).max(999);

/**
 * What a host does next with a session in the room. Where a step has an effect beyond the screens, whoever looks at the
 * clock brings it about: the round opens with its first question, and closes with `close` or at the end of a last call.
 */
export const stepSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("doors") }),
  /** An agenda question by its index, or all of them at once. */
  z.object({ kind: z.literal("question"), question: index.nullable() }),
  z.object({
    kind: z.literal("lastCall"),
    seconds: z.int().min(LEAST_LAST_CALL).max(MOST_LAST_CALL),
  }),
  z.object({ kind: z.literal("close") }),
  /** A finding of the round by its index, in the order of the questionnaire. */
  z.object({ kind: z.literal("finding"), finding: index }),
  z.object({ kind: z.literal("discussion") }),
  /** The same items again, in the round that the step is recorded with. */
  z.object({ kind: z.literal("askAgain") }),
  z.object({ kind: z.literal("end") }),
]);
export type Step = z.infer<typeof stepSchema>;

/** A step as it was taken. Moments are ISO strings. */
export type TakenStep = {
  /** 1 for the first of its session. */
  readonly number: number;
  readonly step: Step;
  /** The round that it is about. */
  readonly roundId: string;
  /** When it takes effect, unless it is taken back before. */
  readonly effectAt: string;
  readonly undone: boolean;
  /** The code of the refusal for which nothing came of it after all, e.g. `not_ready`. */
  readonly refused: string | null;
};
