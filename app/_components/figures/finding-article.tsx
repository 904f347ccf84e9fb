import { useTranslations } from "next-intl";
import type { Finding } from "@/domain/findings/finding";
import type { Message } from "@/domain/findings/message";
import type { ChosenWords } from "@/domain/wording/chosen";
import { wordedFinding } from "@/domain/wording/worded";
import { Basis, type Moved } from "./basis";
import { ChosenNote } from "./chosen-note";
import { Words } from "./words";

/** What a finding is about, in the hosts' words. */
export function subjectOf(finding: Finding): string {
  return finding.kind === "scale" ? finding.statement : finding.prompt;
}

type FindingArticleProps = {
  readonly finding: Finding;
  /** The words chosen in its round. */
  readonly chosen: ChosenWords;
  readonly moved?: Moved | undefined;
};

/** A finding: the sentence first, its figures beside it. Too few responses are drawn as withheld. */
export function FindingArticle({ finding, chosen, moved }: FindingArticleProps) {
  const t = useTranslations("figures");
  if (finding.kind !== "text" && finding.figures.kind === "tooFew")
    return (
      <article className="finding">
        <div className="withheld">
          <b>{subjectOf(finding)}</b>
          {t("tooFew", { n: finding.n })}
        </div>
      </article>
    );
  return (
    <article className="finding">
      <div className="stack">
        <FindingSentences sentences={wordedFinding(finding, chosen)} />
        <ChosenNote finding={finding} chosen={chosen} />
      </div>
      <Basis finding={finding} moved={moved} />
    </article>
  );
}

/** What is told apart below the sentence: each option of an approval, and in how many groups a view is held. */
const isListed = ({ key }: Message): boolean =>
  key === "findings.breadth" || /^(?:findings|wording\.own)\.approval\.(?!opening|tooFew)/.test(key);

/** What a finding says, whoever chose its words. */
export function FindingSentences({ sentences }: { readonly sentences: readonly Message[] }) {
  const listed = sentences.filter(isListed);
  const running = sentences.filter((message) => !isListed(message));
  return (
    <div className="finding-sentence">
      <p>
        {running.map((message, place) => (
          <span key={message.key}>
            {place > 0 && " "}
            <Words message={message} />
          </span>
        ))}
      </p>
      {listed.length > 0 && (
        <ul className="finding-options">
          {listed.map((message) => (
            <li key={`${message.key} ${message.values.option}`}>
              <Words message={message} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
