"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/(host)/_components/field";
import type { ApprovalItem } from "@/domain/questionnaire/approval";
import { type IssueSentence, sentencesAt } from "./use-issue-sentences";

type ApprovalBoundsProps = {
  readonly item: ApprovalItem;
  readonly issues: readonly IssueSentence[];
  readonly onChange: (item: ApprovalItem) => void;
};

/** How many options must or may be chosen. A bound that the options no longer allow stays to be seen and changed. */
export function ApprovalBounds({ item, issues, onChange }: ApprovalBoundsProps) {
  const t = useTranslations("questionnaire");
  const { minimum, maximum, options } = item;
  const highest = Math.max(options.length, minimum ?? 0, maximum ?? 0);
  const numbers = Array.from({ length: highest }, (_, index) => index + 1);
  const [impossible] = sentencesAt(issues, item.id, ["approval_bounds_impossible"]);
  const bounds = [
    { key: "minimum", value: minimum, none: t("noMinimum"), error: undefined },
    { key: "maximum", value: maximum, none: t("noMaximum"), error: impossible },
  ] as const;
  return (
    <div className="bounds">
      {bounds.map(({ key, value, none, error }) => (
        <Field key={key} id={`edit-${key}`} label={t(key)} error={error}>
          {(attributes) => (
            <select
              {...attributes}
              className="select"
              value={value || ""}
              onChange={({ target }) =>
                onChange({ ...item, [key]: target.value === "" ? null : Number(target.value) })
              }
            >
              <option value="">{none}</option>
              {numbers.map((count) => (
                <option key={count} value={count}>
                  {t("options", { count })}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </div>
  );
}
