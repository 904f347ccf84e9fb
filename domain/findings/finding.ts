import type { Release, ReleasedItem } from "@/domain/disclosure/release";
import type { Item } from "@/domain/questionnaire/item";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { type ApprovalFinding, approvalFinding } from "./approval";
import type { Place } from "./basis";
import { type ChoiceFinding, choiceFinding } from "./choice";
import { type RankingFinding, rankingFinding } from "./ranking";
import { type ScaleFinding, scaleFindings } from "./scale";
import { type TextFinding, textFinding } from "./text";

/**
 * A sentence bound to a release: the row of the ladder that chose its words, the safeguards that applied, and the
 * released figures it rests on. Plain JSON; `sentence.ts` words it.
 */
export type Finding = ScaleFinding | ChoiceFinding | ApprovalFinding | RankingFinding | TextFinding;

/**
 * The findings of a round, in the order of its questionnaire: one per statement of a scale, one per other item. The
 * questionnaire gives the texts; every figure and every word comes from the release.
 */
export function findingsOf(questionnaire: Questionnaire, release: Release): Finding[] {
  return questionnaire.agendaQuestions.flatMap((question) =>
    question.items.flatMap((item) => {
      const released = release.items.find(({ itemId }) => itemId === item.id);
      if (released === undefined) return [];
      return findingsOfItem(item, released, {
        agendaQuestionId: question.id,
        itemId: item.id,
        prompt: item.prompt,
        seats: release.participation.invited,
        ...(release.participation.severalSeats && { severalSeats: true }),
      });
    }),
  );
}

function findingsOfItem(item: Item, released: ReleasedItem, place: Place): Finding[] {
  if (item.kind === "scale" && released.kind === "scale")
    return scaleFindings(item, released.statements, place);
  if (item.kind === "choice" && released.kind === "choice") return [choiceFinding(item, released, place)];
  if (item.kind === "approval" && released.kind === "approval")
    return [approvalFinding(item, released, place)];
  if (item.kind === "ranking" && released.kind === "ranking") return [rankingFinding(item, released, place)];
  if (item.kind === "text" && released.kind === "text") return [textFinding(released, place)];
  throw new Error(`the release is not of this questionnaire: item ${item.id}`);
}
