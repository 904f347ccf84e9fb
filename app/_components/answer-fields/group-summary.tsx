import { useTranslations } from "next-intl";
import type { Breakdown } from "@/domain/questionnaire/breakdown";
import type { Answer } from "@/domain/questionnaire/item";

type GroupSummaryProps = { readonly breakdown: Breakdown; readonly answer: Answer | undefined };

/** The group that was named, or that the participant prefers not to say, for reading over before it is sent. */
export function GroupSummary({ breakdown, answer }: GroupSummaryProps) {
  const t = useTranslations("answerFields");
  const named = answer?.kind === "group" ? answer.groupId : undefined;
  return (
    <div>
      <dt>{breakdown.question}</dt>
      <dd>
        {named === undefined ? (
          <span className="tag none">{t("unanswered")}</span>
        ) : named === null ? (
          t("group.preferNotToSay")
        ) : (
          breakdown.groups.find(({ id }) => id === named)?.name
        )}
      </dd>
    </div>
  );
}
