import { addResponse, emptyTally } from "@/domain/tally/tally";
import { questionnaireOf, rankingItem, scaleItem } from "./release-of";

const ITEMS = 20;
const OPTIONS = 12;
const SEATS = 60;

function answerOf(kind: "ranking" | "scale", seat: number) {
  if (kind === "scale")
    return {
      kind,
      marks: Object.fromEntries(
        Array.from({ length: OPTIONS }, (_, index) => [`s${index}`, (seat * (index + 3)) % 7]),
      ),
    };
  const ranked = Array.from({ length: OPTIONS }, (_, index) => `o${index}`);
  // Near-unanimous at the ends and varied between, so that many pairs hold small counts.
  const cut = (seat * seat) % 5;
  return {
    kind,
    places: [...ranked.slice(cut, OPTIONS - (seat % 3)), ...ranked.slice(0, cut)].map((id) => [id]),
  };
}

/** Twenty items as large as items can be, rankings of twelve options among them, answered by sixty. */
export function largestRound() {
  const items = Array.from({ length: ITEMS }, (_, index) => ({
    ...(index % 2 === 0 ? rankingItem(OPTIONS) : scaleItem(7, OPTIONS)),
    id: `item-${index}`,
  }));
  const questionnaire = questionnaireOf(...items);
  const tally = emptyTally(questionnaire);
  for (let seat = 0; seat < SEATS; seat += 1)
    addResponse(tally, Object.fromEntries(items.map(({ id, kind }) => [id, answerOf(kind, seat)])), 1);
  return { questionnaire, tally };
}
