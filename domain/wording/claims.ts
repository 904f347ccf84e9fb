import type { Finding } from "@/domain/findings/finding";

/** The ladders whose rows a chair may choose among. */
type ChosenLadder = "scale" | "choice" | "approval" | "ranking";

/** One phrase of a finding that the chair may word: of an approval there is one for each option. */
export type Claim = {
  /** Which of its round it is: `item`, `item/statement`, `item/option`. Words chosen are kept under it. */
  readonly key: string;
  readonly ladder: ChosenLadder;
  /** The row that the figures gave. */
  readonly drafted: string;
  /** Of an approval; null of the others. */
  readonly optionId: string | null;
};

/**
 * The claims of a finding that can be worded. Where there are too few responses, where figures are not shown and where no
 * order was measured, the words are the product's and stay.
 */
export function claimsOf(finding: Finding): Claim[] {
  if (finding.kind === "text" || finding.figures.kind === "tooFew") return [];
  const { itemId } = finding;
  switch (finding.kind) {
    case "scale":
      return [
        { key: `${itemId}/${finding.statementId}`, ladder: "scale", drafted: finding.key, optionId: null },
      ];
    case "choice":
      return [{ key: itemId, ladder: "choice", drafted: finding.key, optionId: null }];
    case "ranking":
      return finding.key === "pairs"
        ? []
        : [{ key: itemId, ladder: "ranking", drafted: finding.key, optionId: null }];
    case "approval":
      return finding.options
        .filter(({ key }) => key !== "notShown")
        .map(({ optionId, key }) => ({
          key: `${itemId}/${optionId}`,
          ladder: "approval",
          drafted: key,
          optionId,
        }));
  }
}
