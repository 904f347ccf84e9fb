import { withAgendaItem } from "@/domain/letter/default-letter";
import { textsOf, withText } from "@/domain/summary/arranging";
import { arranged } from "@/domain/summary/draft";
import { LANGUAGE } from "@/server/letters/language";
import type { callRegistry } from "@/server/trpc/router";

type Caller = ReturnType<typeof callRegistry>;

const CONVERGENCE = {
  kind: "text",
  id: "de00000001",
  text: "On the points that follow, answers came together. Each is worded by the share that held the view; where it was not shared by all, the finding says so.",
} as const;
const DIVERGENCE = {
  kind: "text",
  id: "de00000002",
  text: "On the points that follow, answers differed in direction or in degree. They show where a further round can usefully ask what each view rests on.",
} as const;
const NEXT_STEPS = `The next round asks again what it carries over, beside what was found so far.

The co-hosts intend to revise the discussion paper in the light of both before the high-level round.`;

/** The item under which the paper's own letter asked to be circulated. */
const AGENDA_ITEM = "33";

/** Arranges the summary of what is published so far, with two texts between its findings, as a rapporteur would. */
export async function arrangeDemoSummary(desk: Caller, consultationId: string): Promise<void> {
  const { version, evidence, asked, ...saved } = await desk.summaries.read({ consultationId });
  const drafted = arranged(saved.arrangement, { evidence, asked }).arrangement;
  const written = textsOf(drafted).length > 0;
  const withTexts = withText(withText(drafted, CONVERGENCE, "convergence", 0), DIVERGENCE, "divergence", 0);
  const arrangement = written ? drafted : withTexts;
  await desk.summaries.save({ consultationId, version, arrangement, nextSteps: NEXT_STEPS });
}

/** Fills in what the letter to begin from leaves open. Who signs is invented, like everybody in the demonstration. */
export async function writeDemoLetter(desk: Caller, consultationId: string): Promise<void> {
  const { letter, version } = await desk.letters.read({ consultationId });
  const complete = {
    ...withAgendaItem(letter, AGENDA_ITEM, LANGUAGE),
    addressee: ["The President of the General Assembly", "United Nations", "New York"],
    reference: "TDT/DEMONSTRATION/1",
    signatories: letter.signatories.map((one, index) => ({
      ...one,
      title: one.title || "Permanent Representative",
      name: ["H.E. Ms. A. Invented", "H.E. Mr. B. Invented"][index] ?? "H.E. Invented",
    })),
  };
  await desk.letters.save({ consultationId, version, letter: complete });
}
