import { claimOf, type ScalePhrase } from "@/domain/consensus/ladder/scale";
import { rangeOf } from "@/domain/disclosure/cell";
import type { Finding } from "@/domain/findings/finding";
import { pairBounds, surelyLeading } from "@/domain/findings/pair-bounds";
import type { Claim } from "./claims";

/** A row that may be chosen for a claim, by how it stands to the row that the figures gave. */
export type Rung = {
  readonly phrase: string;
  readonly standing: "weaker" | "figures" | "stronger";
  /** Ids of the options that its words name; empty where it names none. */
  readonly named: readonly string[];
};

/** Rows that say how the figures lie rather than how strongly a view is held: only the figures give them. */
const BY_FIGURES_ALONE = /^(?:nearlyAll|divided|sharedLead)/;

/** The rows that a chair may choose, the most claiming first; that of the figures is among them. */
export function offeredFor(finding: Finding, claim: Claim): Rung[] {
  const { rising, lead } = ladderOf(finding, claim);
  const own = rising.indexOf(claim.drafted);
  return rising
    .flatMap((phrase, place): Rung[] => {
      if (place === own) return [{ phrase, standing: "figures", named: namedNow(finding) }];
      if (BY_FIGURES_ALONE.test(phrase)) return [];
      const named = NAMES_NONE.has(phrase) || lead === null ? [] : [lead];
      return [{ phrase, standing: place < own ? "weaker" : "stronger", named }];
    })
    .toReversed();
}

const NAMES_NONE = new Set(["noOptionBroadSupport", "noClearOrder"]);

type Ladder = {
  /** From the least claiming row to the most. */
  readonly rising: readonly string[];
  /** The option that leads in everything the release leaves possible. */
  readonly lead: string | null;
};

const APPROVAL = [
  "limitedSupport",
  "someSupport",
  "majoritySupported",
  "generallySupported",
  "widelySupported",
  "nearlyAllSupported",
];
const CHOICE = [
  "noOptionBroadSupport",
  "dividedBetween",
  "moreAgreementCentredOn",
  "majorityPreferred",
  "generallyPreferred",
  "widelyPreferred",
  "nearlyAllPreferred",
];
const RANKING = ["noClearOrder", "sharedLead", "someConvergence", "moreAgreementCentredOn", "clearlyFirst"];
const SCALE = ["majority", "generally", "largely", "widely", "nearlyAll"];

function ladderOf(finding: Finding, { drafted }: Claim): Ladder {
  if (finding.kind === "scale") {
    const direction = directionOf(finding, drafted);
    const directed = direction === null ? [] : SCALE.map((strength) => `${strength}${direction}`);
    return { rising: ["noCommonView", "divided", ...directed], lead: null };
  }
  if (finding.kind === "approval") return { rising: APPROVAL, lead: null };
  const lead = leadOf(finding);
  // Without one option that leads there is nothing that a stronger row could name.
  if (finding.kind === "choice") return { rising: lead === null ? CHOICE.slice(0, 2) : CHOICE, lead };
  return { rising: lead === null ? RANKING.slice(0, 2) : RANKING, lead };
}

/** The direction that rows may take: that of the row drafted, else of the side that is surely the greater. */
function directionOf(
  finding: Extract<Finding, { kind: "scale" }>,
  drafted: string,
): "For" | "Against" | null {
  if (drafted.startsWith("nearlyAll")) return drafted.endsWith("For") ? "For" : "Against";
  // A claim of a scale is drafted from the scale's own rows.
  const claimed = claimOf(drafted as ScalePhrase);
  if (claimed !== null) return claimed.direction;
  if (finding.figures.kind === "tooFew") return null;
  const [inFavour, against] = [rangeOf(finding.figures.sides.for), rangeOf(finding.figures.sides.against)];
  if (inFavour[0] > against[1]) return "For";
  return against[0] > inFavour[1] ? "Against" : null;
}

function leadOf(finding: Finding): string | null {
  const [named, ...others] = namedNow(finding);
  if (named !== undefined && others.length === 0) return named;
  if (finding.kind === "choice" && finding.figures.kind === "options") {
    const options = finding.figures.options.map(({ optionId, cell }) => ({ optionId, range: rangeOf(cell) }));
    const leading = options.filter(({ optionId, range }) =>
      options.every((other) => other.optionId === optionId || range[0] > other.range[1]),
    );
    return leading[0]?.optionId ?? null;
  }
  if (finding.kind === "ranking" && finding.figures.kind === "pairs") {
    const ids = finding.options.map(({ id }) => id);
    const leading = surelyLeading(pairBounds(finding.figures, ids));
    return leading?.length === 1 ? (ids[leading[0] ?? -1] ?? null) : null;
  }
  return null;
}

const namedNow = (finding: Finding): readonly string[] =>
  finding.kind === "choice" || finding.kind === "ranking" ? finding.named : [];
