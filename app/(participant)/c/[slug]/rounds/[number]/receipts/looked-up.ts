import { promptsOf } from "@/domain/questionnaire/asked";
import { Refusal } from "@/domain/refusal";
import {
  boxHere,
  canEncrypt,
  questionnairesHere,
  receiptRootsHere,
  registryHere,
} from "../../../../../_means";
import { checkedManifest, type Progress } from "../../../../../_protocol/enrol";
import { checkedQuestionnaire } from "../../../../../_protocol/questionnaire";
import { type CheckedItem, checkedRound } from "../../../../../_protocol/receipts";
import type { Box, Questionnaires, ReceiptRoots, Registry } from "../../../../../_protocol/transport";
import type { ToLookFor } from "./to-look-for";

/** What a browser has found out of a round's leaves. */
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
  readonly box: Pick<Box, "leaves">;
};

const sourcesHere = (): Sources => ({
  registry: registryHere(),
  questionnaires: questionnairesHere(),
  receiptRoots: receiptRootsHere(),
  box: boxHere(),
});

/** Checks the manifest, the questionnaire and all leaves of a round. Throws what is refused and what cannot be reached. */
export async function lookedUp(
  slug: string,
  number: number,
  own: ToLookFor,
  progress: Progress,
  { registry, questionnaires, receiptRoots, box }: Sources = sourcesHere(),
): Promise<LookedUp> {
  if (!canEncrypt()) throw new Refusal("no_cryptography");
  const manifest = await checkedManifest(registry, slug);
  const { round, questionnaire } = await checkedQuestionnaire(questionnaires, manifest, number);
  const { roundId, roots, received } = await receiptRoots({ slug, number });
  if (roundId !== round.roundId) throw new Refusal("manifest_broken", { why: "round" });
  const prompts = promptsOf(questionnaire);
  const answers = own.code === null || own.answers === null ? null : { code: own.code, answers: own.answers };
  const items = await checkedRound(box, { roundId, roots, itemIds: [...prompts.keys()] }, answers, progress);
  return { own, prompts, roots, received, items };
}
