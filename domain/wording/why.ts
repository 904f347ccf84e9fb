import type { Finding } from "@/domain/findings/finding";
import type { Message } from "@/domain/findings/message";
import { plain, type Translate } from "@/domain/findings/message";
import { scaleWords } from "@/domain/findings/scale";
import { phraseMessage } from "@/domain/findings/sentence";
import type { Claim } from "./claims";
import { shownOf } from "./shown";

/** Why a row was drafted: its condition, what lowered it, and each safeguard that applied, in sentences. */
export function whyDrafted(finding: Finding, claim: Claim, translate: Translate): Message[] {
  const { ladder, drafted, optionId } = claim;
  const condition = plain({ key: `report.ladder.${ladder}.${drafted}`, values: {} }, translate);
  const byAll = finding.kind === "scale" ? scaleWords(finding.figures) : drafted;
  const { hidden } = shownOf(finding, optionId);
  return [
    { key: "wordingDesk.why.condition", values: { condition } },
    ...(byAll === drafted
      ? []
      : [
          {
            key: "wordingDesk.why.lowered",
            values: { phrase: plain(phraseMessage(ladder, byAll), translate) },
          },
        ]),
    ...(hidden ? [{ key: "wordingDesk.why.hidden", values: {} }] : []),
    ...finding.safeguards.map((safeguard) => ({ key: `wordingDesk.why.${safeguard}`, values: {} })),
  ];
}
