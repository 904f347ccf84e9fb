"use client";

import { useTranslations } from "next-intl";
import { Words } from "@/app/_components/figures/words";
import type { ReadPaper } from "../use-paper-draft";

/** A finding by its round and what it is about, with its sentence. */
export function EvidenceWords({ evidence }: { readonly evidence: ReadPaper["evidence"][number] }) {
  const t = useTranslations("paper.why");
  const { sentence, round, about } = evidence;
  return (
    <>
      {t("of", { round, about })}
      {sentence !== null && (
        <span className="fine">
          {" "}
          <Words message={sentence} />
        </span>
      )}
    </>
  );
}
