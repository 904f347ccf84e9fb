import type { Contents } from "./calls";
import type { FuzzStage } from "./stage";

/** What the procedures of the clock and of errata are sent when nothing is wrong with it. */
export function contentsOfClock({ open, drafted }: Pick<FuzzStage, "open" | "drafted">): Contents {
  const { consultationId, roundId } = drafted;
  return {
    "conduct.openByClock": (nth) => ({ consultationId, roundId, wanted: nth % 2 === 0 }),
    "conduct.setExtension": (nth) => ({ consultationId, hours: 24 + (nth % 3) }),
    "errata.questionnaire": () => ({ slug: open.slug, roundId: open.roundId }),
    "errata.withdraw": () => ({ consultationId, roundId, reason: "A word was missing.", copyHours: 72 }),
  };
}
