import { promptsOf } from "@/domain/questionnaire/asked";
import { Refusal } from "@/domain/refusal";
import {
  boxHere,
  canEncrypt,
  questionnairesHere,
  receiptRootsHere,
  registryHere,
  windowRootsHere,
} from "../../../../../_means";
import { checkedManifest, type Progress } from "../../../../../_protocol/enrol";
import { checkedQuestionnaire, checkedWindow } from "../../../../../_protocol/questionnaire";
import { type CheckedItem, checkedRound } from "../../../../../_protocol/receipts";
import type {
  Box,
  Questionnaires,
  ReceiptRoots,
  Registry,
  WindowRoots,
} from "../../../../../_protocol/transport";
import type { ToLookFor } from "./to-look-for";

/** What a browser has found out of the leaves of a round or window. */
export type LookedUp = {
  readonly own: ToLookFor;
  /** What was asked, in the order of `items`, by the id under which its leaves stand. */
  readonly prompts: ReadonlyMap<string, string>;
  readonly roots: Readonly<Record<string, string>>;
  /** Responses received, once the findings are published. */
  readonly received: number | null;
  readonly items: readonly CheckedItem[];
};

/** Whom a browser asks for what it checks. */
type Sources = {
  readonly registry: Registry;
  readonly questionnaires: Questionnaires;
  readonly receiptRoots: ReceiptRoots;
  readonly windowRoots: WindowRoots;
  readonly box: Pick<Box, "leaves">;
};

const sourcesHere = (): Sources => ({
  registry: registryHere(),
  questionnaires: questionnairesHere(),
  receiptRoots: receiptRootsHere(),
  windowRoots: windowRootsHere(),
  box: boxHere(),
});

/** A round or a window, by its number. */
type Closed = { readonly kind: "round" | "window"; readonly number: number };

/**
 * Checks the manifest, the questionnaire and all leaves of a round or window. Throws what is refused and what cannot be
 * reached.
 */
export async function lookedUp(
  slug: string,
  { kind, number }: Closed,
  own: ToLookFor,
  progress: Progress,
  { registry, questionnaires, receiptRoots, windowRoots, box }: Sources = sourcesHere(),
): Promise<LookedUp> {
  if (!canEncrypt()) throw new Refusal("no_cryptography");
  const manifest = await checkedManifest(registry, slug);
  const { round, questionnaire } =
    kind === "round"
      ? await checkedQuestionnaire(questionnaires, manifest, number)
      : await checkedWindow(manifest, number);
  const rootsOf = kind === "round" ? receiptRoots : windowRoots;
  const { roundId, roots, received } = await rootsOf({ slug, number });
  if (roundId !== round.roundId) throw new Refusal("manifest_broken", { why: "round" });
  const prompts = promptsOf(questionnaire);
  const answers = own.code === null || own.answers === null ? null : { code: own.code, answers: own.answers };
  const items = await checkedRound(box, { roundId, roots, itemIds: [...prompts.keys()] }, answers, progress);
  return { own, prompts, roots, received, items };
}
