import { useTranslations } from "next-intl";
import type { Finding } from "@/domain/findings/finding";
import { sentenceMessages } from "@/domain/findings/sentence";
import { Basis, type Moved } from "./basis";
import { Words } from "./words";

/** What a finding is about, in the hosts' words. */
export function subjectOf(finding: Finding): string {
  return finding.kind === "scale" ? finding.statement : finding.prompt;
}

type FindingArticleProps = { readonly finding: Finding; readonly moved?: Moved | undefined };

/** A finding: the sentence first, its figures beside it. Too few responses are drawn as withheld. */
export function FindingArticle({ finding, moved }: FindingArticleProps) {
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
      <Sentences finding={finding} />
      <Basis finding={finding} moved={moved} />
    </article>
  );
}

function Sentences({ finding }: { readonly finding: Finding }) {
  const [first, ...others] = sentenceMessages(finding);
  if (first === undefined) return null;
  if (others.length === 0)
    return (
      <p className="finding-sentence">
        <Words message={first} />
      </p>
    );
  return (
    <div className="finding-sentence">
      <p>
        <Words message={first} />
      </p>
      <ul className="finding-options">
        {others.map((message) => (
          <li key={String(message.values.option)}>
            <Words message={message} />
          </li>
        ))}
      </ul>
    </div>
  );
}
