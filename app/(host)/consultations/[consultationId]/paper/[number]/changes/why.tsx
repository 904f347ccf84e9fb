"use client";

import { useTranslations } from "next-intl";
import type { ReadPaper } from "../use-paper-draft";
import { EvidenceWords } from "./evidence-words";
import { WhyForm } from "./why-form";

type WhyProps = {
  readonly consultationId: string;
  readonly read: ReadPaper;
  readonly blockId: string;
  readonly mayExplain: boolean;
};

/** Why a paragraph changed: the findings that are named, and the form to name them. */
export function Why({ consultationId, read, blockId, mayExplain }: WhyProps) {
  const t = useTranslations("paper.why");
  const reason = read.reasons[blockId];
  const named = read.evidence.filter(({ key }) => reason?.findings.includes(key));
  return (
    <div className="because stack">
      {reason === undefined ? (
        <p className="help">{t("none")}</p>
      ) : (
        <div>
          <p className="label">{t("title")}</p>
          {named.length > 0 && (
            <ul className="bullets">
              {named.map((evidence) => (
                <li key={evidence.key}>
                  <EvidenceWords evidence={evidence} />
                </li>
              ))}
            </ul>
          )}
          {reason.sentence !== "" && <p>{reason.sentence}</p>}
        </div>
      )}
      {mayExplain && (
        <details className="more">
          <summary>{t(reason === undefined ? "open" : "edit")}</summary>
          <WhyForm consultationId={consultationId} read={read} blockId={blockId} />
        </details>
      )}
    </div>
  );
}
