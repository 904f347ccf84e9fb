import { useTranslations } from "next-intl";
import type { Finding } from "@/domain/findings/finding";
import { plain } from "@/domain/findings/message";
import { phraseMessage } from "@/domain/findings/sentence";
import { type ChosenWords, choicesOf } from "@/domain/wording/chosen";

type ChosenNoteProps = { readonly finding: Finding; readonly chosen: ChosenWords };

/** Says where the chair's phrase differs from the one that the figures alone would give, and why. */
export function ChosenNote({ finding, chosen }: ChosenNoteProps) {
  const tAll = useTranslations();
  const t = useTranslations("wordingNote");
  return choicesOf(finding, chosen)
    .filter(({ rung }) => rung.standing !== "figures")
    .map(({ claim, rung, chosen: { reason } }) => (
      <p className="help" key={claim.key}>
        {t(rung.standing === "stronger" ? "stronger" : "weaker", {
          drafted: plain(phraseMessage(claim.ladder, claim.drafted), tAll.markup),
          reason: reason ?? "",
        })}
      </p>
    ));
}
