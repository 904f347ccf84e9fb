import { canonicalJson, toBase64Url } from "@/domain/anonymity/encoding";
import {
  type Manifest,
  type ManifestRound,
  type ManifestWindow,
  questionnaireBytes,
} from "@/domain/anonymity/manifest";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";
import { windowQuestionnaire } from "@/domain/window/questionnaire";
import { sha256 } from "./secrets";
import type { Questionnaires, WithdrawnQuestionnaires } from "./transport";

/**
 * The questionnaire of a round that has opened, checked to be the one whose hash the manifest fixed, so that all are
 * asked the same. Throws `manifest_broken` where it is another, `round_unknown` where no such round has opened.
 */
export async function checkedQuestionnaire(
  questionnaires: Questionnaires,
  manifest: Manifest,
  number: number,
): Promise<{ round: ManifestRound; questionnaire: Questionnaire }> {
  const round = [...manifest.rounds.values()].find(
    (opened) => opened.number === number && opened.withdrawn === undefined,
  );
  if (round === undefined) throw new Refusal("round_unknown");
  const { questionnaire } = await questionnaires({ slug: manifest.slug, number });
  await checkAgainst(round, questionnaire);
  return { round, questionnaire };
}

/** What a withdrawn round asked, checked like any other. Throws `manifest_broken` where it is another. */
export async function checkedWithdrawn(
  questionnaires: WithdrawnQuestionnaires,
  { slug }: Manifest,
  round: ManifestRound,
): Promise<Questionnaire> {
  const { questionnaire } = await questionnaires({ slug, roundId: round.roundId });
  await checkAgainst(round, questionnaire);
  return questionnaire;
}

/**
 * What a window that has opened asks: every window the same, known on both sides and checked here like a round's. Throws
 * as `checkedQuestionnaire`.
 */
export async function checkedWindow(
  manifest: Manifest,
  number: number,
): Promise<{ round: ManifestWindow; questionnaire: Questionnaire }> {
  const round = [...manifest.windows.values()].find((opened) => opened.number === number);
  if (round === undefined) throw new Refusal("round_unknown");
  await checkAgainst(round, windowQuestionnaire);
  return { round, questionnaire: windowQuestionnaire };
}

async function checkAgainst(
  { questionnaireHash }: ManifestRound | ManifestWindow,
  questionnaire: Questionnaire,
): Promise<void> {
  const hash = toBase64Url(await sha256(questionnaireBytes(canonicalJson(questionnaire))));
  if (hash !== questionnaireHash) throw new Refusal("manifest_broken", { why: "questionnaire" });
}
