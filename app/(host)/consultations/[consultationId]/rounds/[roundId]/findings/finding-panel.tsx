import { useTranslations } from "next-intl";
import { FindingSentences, subjectOf } from "@/app/_components/figures/finding-article";
import type { Finding } from "@/domain/findings/finding";
import { type ChosenWords, choicesOf } from "@/domain/wording/chosen";
import { type Claim, claimsOf } from "@/domain/wording/claims";
import { wordedFinding } from "@/domain/wording/worded";
import { ClaimWords, type WordingDesk } from "./claim-words";
import type { PastWords } from "./past-words";

type FindingPanelProps = {
  readonly number: number;
  readonly finding: Finding;
  readonly chosen: ChosenWords;
  readonly history: readonly PastWords[];
  readonly desk: WordingDesk;
};

/** What a finding says now, and how its words are chosen: of an approval option by option. */
export function FindingPanel({ number, finding, chosen, history, desk }: FindingPanelProps) {
  const t = useTranslations("wordingDesk");
  const id = `finding-${number}-title`;
  const claims = claimsOf(finding);
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="row between">
        <h3 id={id}>{t("finding", { number })}</h3>
        {choicesOf(finding, chosen).map(({ claim, rung }) => (
          <span key={claim.key} className={rung.standing === "stronger" ? "tag alert" : "tag"}>
            {t(`standing.${rung.standing}`)}
          </span>
        ))}
      </div>
      <FindingSentences sentences={wordedFinding(finding, chosen)} />
      {claims.length === 0 && <p className="help">{t("fixed")}</p>}
      {claims.map((claim) => (
        <ClaimWords
          key={claim.key}
          finding={finding}
          claim={claim}
          about={aboutOf(finding, claim)}
          chosen={chosen}
          history={history.filter(({ findingKey }) => findingKey === claim.key)}
          desk={desk}
        />
      ))}
    </section>
  );
}

/** What a claim is about: of an approval the option, else what the finding is about. */
function aboutOf(finding: Finding, { optionId }: Claim): string {
  const options = finding.kind === "approval" ? finding.options : [];
  return options.find((option) => option.optionId === optionId)?.text ?? subjectOf(finding);
}
