import { randomUUID } from "node:crypto";
import type { Contents } from "./calls";
import type { FuzzStage } from "./stage";

/** What the procedures of background papers and of what is printed are sent when nothing is wrong with it. */
export function contentsOfFiles({ open, drafted }: FuzzStage): Contents {
  const { consultationId, roundId } = drafted;
  const round = { consultationId, roundId };
  const paper = () => ({ ...round, paperId: randomUUID(), version: 1 });
  const described = { title: "A paper", language: "ar" };
  // A file comes as a stream and never as JSON, so that whatever is sent in its place is refused.
  const file = { length: 8, stream: {} };
  return {
    "backgroundPapers.add": () => ({ ...round, ...described, file }),
    "backgroundPapers.arrange": () => ({ ...round, paperIds: [] }),
    "backgroundPapers.describe": () => ({ ...paper(), ...described }),
    "backgroundPapers.desk": () => round,
    "backgroundPapers.ofConsultation": () => ({ slug: open.slug }),
    "backgroundPapers.remove": () => paper(),
    "backgroundPapers.replace": () => ({ ...paper(), file }),
    "backgroundPapers.toHandOut": () => ({ slug: open.slug, paperId: randomUUID() }),
    "backgroundPapers.withdraw": () => ({ ...paper(), reason: "It was wrong." }),
    "sheets.cards": (nth) => ({
      consultationId: open.consultationId,
      tokens: open.unused.slice(nth % open.unused.length).slice(0, 1),
    }),
    "sheets.inPreparation": () => round,
    "sheets.ofRound": () => ({ slug: open.slug, number: 1 }),
  };
}
