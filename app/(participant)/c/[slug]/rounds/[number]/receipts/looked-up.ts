import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
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
import type { ToLookFor } from "./to-look-for";

/** What a browser has found out of a round's leaves. */
export type LookedUp = {
  readonly own: ToLookFor;
  readonly questionnaire: Questionnaire;
  readonly roots: Readonly<Record<string, string>>;
  /** Responses received, once the findings are published. */
  readonly received: number | null;
  readonly items: readonly CheckedItem[];
};

/** Checks the manifest, the questionnaire and all leaves of a round. Throws what is refused and what cannot be reached. */
export async function lookedUp(
  slug: string,
  number: number,
  own: ToLookFor,
  progress: Progress,
): Promise<LookedUp> {
  if (!canEncrypt()) throw new Refusal("no_cryptography");
  const manifest = await checkedManifest(registryHere(), slug);
  const { round, questionnaire } = await checkedQuestionnaire(questionnairesHere(), manifest, number);
  const { roundId, roots, received } = await receiptRootsHere()({ slug, number });
  if (roundId !== round.roundId) throw new Refusal("manifest_broken", { why: "round" });
  const itemIds = itemsOf(questionnaire).map(({ id }) => id);
  const answers = own.code === null || own.answers === null ? null : { code: own.code, answers: own.answers };
  const items = await checkedRound(boxHere(), { roundId, roots, itemIds }, answers, progress);
  return { own, questionnaire, roots, received, items };
}
