import { type ApprovalPhrase, approvalPhrase } from "@/domain/consensus/ladder/approval";
import type { ApprovalTable } from "@/domain/disclosure/approval";
import { type Cell, rangeOf } from "@/domain/disclosure/cell";
import type { Released, ReleasedApproval } from "@/domain/disclosure/release";
import type { ApprovalItem } from "@/domain/questionnaire/approval";
import type { Basis, Place } from "./basis";
import { isIndicative, needsQualifiedSubject } from "./safeguards";

/** One option of an approval and its words. */
export type ApprovalOption = {
  readonly optionId: string;
  readonly text: string;
  /** `notShown` where its figures are hidden to protect another option and leave too much possible. */
  readonly key: ApprovalPhrase | "notShown";
  /** Whether its sentence says "among those responding". */
  readonly amongThoseResponding: boolean;
};

/** One approval: its options by released support, the most supported first. */
export type ApprovalFinding = Basis & {
  readonly kind: "approval";
  readonly options: readonly ApprovalOption[];
  readonly figures: Released<ApprovalTable>;
};

export function approvalFinding(
  item: ApprovalItem,
  released: ReleasedApproval,
  place: Place,
): ApprovalFinding {
  const { table, noPosition, unanswered } = released;
  const safeguards =
    table.kind === "options" && isIndicative(table.n, place.seats) ? (["indicative"] as const) : [];
  return {
    ...place,
    kind: "approval",
    options: optionsBySupport(item, table, place.seats),
    safeguards,
    n: table.n,
    noPosition,
    unanswered,
    figures: table,
  };
}

/** Sorted by the least support that the release leaves possible; equal ones keep the order of the item. */
function optionsBySupport(
  item: ApprovalItem,
  table: Released<ApprovalTable>,
  seats: number,
): ApprovalOption[] {
  if (table.kind === "tooFew") return [];
  const { n } = table;
  return table.options
    .map(({ optionId, yes }) => ({ optionId, yes, least: rangeOf(yes)[0] }))
    .sort((a, b) => b.least - a.least)
    .map(({ optionId, yes, least }) => {
      const key = approvalWords(yes, n);
      return {
        optionId,
        text: item.options.find(({ id }) => id === optionId)?.text ?? "",
        key,
        amongThoseResponding: saysAmongThoseResponding(key, { least, n, seats }),
      };
    });
}

/** Whether a row's sentence says "among those responding", whoever chose it; `least` is the option's least support. */
export function saysAmongThoseResponding(
  key: ApprovalOption["key"],
  { least, n, seats }: { readonly least: number; readonly n: number; readonly seats: number },
): boolean {
  const claims = key === "widelySupported" || key === "generallySupported" || key === "majoritySupported";
  if (key === "nearlyAllSupported" || key === "notShown") return false;
  return needsQualifiedSubject(claims ? least : n, seats);
}

/**
 * The least-claiming row among all counts that the release leaves possible. "Limited" says that there is little, so
 * where more is possible too, there is no row.
 */
function approvalWords(yes: Cell, n: number): ApprovalPhrase | "notShown" {
  if (yes.kind === "allOrNearlyAll") return "nearlyAllSupported";
  const [least, most] = rangeOf(yes);
  const [weakest, strongest] = [approvalPhrase(least, n), approvalPhrase(most, n)];
  return weakest === "limitedSupport" && strongest !== weakest ? "notShown" : weakest;
}
