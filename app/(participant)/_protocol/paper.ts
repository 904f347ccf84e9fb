import { canonicalJson, toBase64Url } from "@/domain/anonymity/encoding";
import { type ManifestRound, paperBytes } from "@/domain/anonymity/manifest";
import type { Paper } from "@/domain/paper/paper";
import { Refusal } from "@/domain/refusal";
import { sha256 } from "./secrets";
import type { Papers } from "./transport";

/** A version of the discussion paper under its number. */
export type NumberedPaper = Paper & { readonly number: number };

/**
 * The version of the discussion paper that a round circulates, checked to be the one whose hash the manifest fixed; null
 * where it circulates none. It is asked for whole, as everybody is given it. Throws `manifest_broken` where it is another.
 */
export async function checkedPaper(
  papers: Papers,
  slug: string,
  round: ManifestRound,
): Promise<NumberedPaper | null> {
  if (round.paperHash === undefined) return null;
  const { paper } = await papers({ slug, number: round.number });
  if (paper === null) throw new Refusal("manifest_broken", { why: "paper" });
  const { title, blocks } = paper;
  const hash = toBase64Url(await sha256(paperBytes(canonicalJson({ title, blocks }))));
  if (hash !== round.paperHash) throw new Refusal("manifest_broken", { why: "paper" });
  return paper;
}
