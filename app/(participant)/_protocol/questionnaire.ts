import { canonicalJson, toBase64Url } from "@/domain/anonymity/encoding";
import { type Manifest, type ManifestRound, questionnaireBytes } from "@/domain/anonymity/manifest";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";
import { sha256 } from "./secrets";
import type { Questionnaires } from "./transport";

/**
 * The questionnaire of a round that has opened, checked to be the one whose hash the manifest fixed, so that all are
 * asked the same. Throws `manifest_broken` where it is another, `round_unknown` where no such round has opened.
 */
export async function checkedQuestionnaire(
  questionnaires: Questionnaires,
  manifest: Manifest,
  number: number,
): Promise<{ round: ManifestRound; questionnaire: Questionnaire }> {
  const round = [...manifest.rounds.values()].find((opened) => opened.number === number);
  if (round === undefined) throw new Refusal("round_unknown");
  const { questionnaire } = await questionnaires({ slug: manifest.slug, number });
  const hash = toBase64Url(await sha256(questionnaireBytes(canonicalJson(questionnaire))));
  if (hash !== round.questionnaireHash) throw new Refusal("manifest_broken", { why: "questionnaire" });
  return { round, questionnaire };
}
