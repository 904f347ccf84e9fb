import { randomUUID } from "node:crypto";
import { itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";
import { type Change, NO_CHANGE } from "@/domain/themes/coding";
import type { callClosing } from "@/server/trpc/closing-router";
import { themesIn } from "../simulation/open-answer";
import { pointsNoted } from "./floor";

/** How a rapporteur would word what the simulated answers and the notes say, by the points that they are made of. */
const WORDINGS: Readonly<Record<string, string>> = {
  "national ownership": "Let national authorities set priorities and ask for support",
  resources: "Set out what new tasks cost, and who bears it",
  mandate: "Settle the legal basis first, with the consent of the host State",
  coordination: "Bring existing bilateral programmes together without duplication",
  "gradual approach": "Proceed in small steps and review them openly",
  oversight: "Build in civilian oversight and human rights from the outset",
  "regional experience": "Draw on experience within the region",
  expertise: "Rely on experts whom Member States can provide",
  transparency: "Keep all delegations informed before policy is applied",
};

type Bench = ReturnType<typeof callClosing>["themes"];

/** Codes open answers of a closed round, and notes from the floor, as a rapporteur would at the bench, and releases their themes. */
export async function codeAnswers(
  bench: Bench,
  place: { readonly consultationId: string; readonly roundId: string },
  questionnaire: Questionnaire,
): Promise<void> {
  for (const { id: itemId, kind } of itemsOf(questionnaire)) {
    if (kind !== "text") continue;
    const item = { ...place, itemId };
    const answers = (await bench.answers(item)).filter(({ mayBeReflected }) => mayBeReflected);
    const notes = await bench.notes(item);
    if (answers.length + notes.length === 0) continue;
    const raised = [
      ...answers.map(({ id, text }) => ({ id, points: themesIn(text) })),
      ...notes.map(({ id, text }) => ({ id, points: pointsNoted(text) })),
    ];
    await bench.change({ ...item, change: codedByPoints(raised) });
    await bench.release(item);
  }
}

function codedByPoints(
  raised: readonly { readonly id: string; readonly points: readonly string[] }[],
): Change {
  const ids = new Map(
    [...new Set(raised.flatMap(({ points }) => points))].map((point) => [point, randomUUID()]),
  );
  return {
    ...NO_CHANGE,
    add: [...ids].map(([point, id]) => ({ id, wording: WORDINGS[point] ?? point })),
    set: raised.flatMap(({ id: answerId, points }) =>
      points.length === 0
        ? [{ answerId, themeId: null }]
        : points.map((point) => ({ answerId, themeId: ids.get(point) ?? null })),
    ),
  };
}
