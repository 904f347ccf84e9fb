import type { ApprovalPhrase } from "@/domain/consensus/ladder/approval";
import type { ChoicePhrase } from "@/domain/consensus/ladder/choice";
import type { ScalePhrase } from "@/domain/consensus/ladder/scale";
import { rangeOf } from "@/domain/disclosure/cell";
import { type ApprovalOption, saysAmongThoseResponding } from "@/domain/findings/approval";
import { choiceSafeguards } from "@/domain/findings/choice";
import type { Finding } from "@/domain/findings/finding";
import type { Safeguard } from "@/domain/findings/safeguards";
import { scaleSafeguards } from "@/domain/findings/scale";
import type { Rung } from "./offered";
import { shownOf } from "./shown";

/** In the order in which a sentence says them. */
const ORDER: readonly Safeguard[] = [
  "indicative",
  "amongThoseResponding",
  "groupsDiffer",
  "notSharedByAll",
  "strongReservations",
];

/** The safeguards of a finding whose row was chosen: all that it had as drafted, and those that the chosen row calls for. */
export function safeguardsWith(finding: Finding, { phrase, named }: Rung): Safeguard[] {
  const called = new Set([...finding.safeguards, ...calledForBy(finding, phrase, named)]);
  return ORDER.filter((safeguard) => called.has(safeguard));
}

function calledForBy(finding: Finding, phrase: string, named: readonly string[]): readonly Safeguard[] {
  const { seats } = finding;
  // A row that is offered for a finding is one of its own ladder.
  if (finding.kind === "scale") {
    const called = scaleSafeguards(phrase as ScalePhrase, finding.figures, seats);
    // Where the release reads "all or nearly all" it does not show whether anybody differed.
    return shownOf(finding, null).nearlyAll ? called.filter((one) => one !== "notSharedByAll") : called;
  }
  if (finding.kind === "choice")
    return choiceSafeguards(phrase as ChoicePhrase, named, finding.figures, seats);
  return [];
}

/** Whether one option of an approval says "among those responding" in a chosen row, as it may have done as drafted. */
export function optionAmongThoseResponding(
  finding: Extract<Finding, { kind: "approval" }>,
  option: ApprovalOption,
  phrase: string,
): boolean {
  const { figures, seats } = finding;
  if (figures.kind === "tooFew") return option.amongThoseResponding;
  const yes = figures.options.find(({ optionId }) => optionId === option.optionId)?.yes;
  const least = yes === undefined ? 0 : rangeOf(yes)[0];
  // A row that is offered for an option is one of the ladder of approvals.
  const key = phrase as ApprovalPhrase;
  return option.amongThoseResponding || saysAmongThoseResponding(key, { least, n: figures.n, seats });
}
