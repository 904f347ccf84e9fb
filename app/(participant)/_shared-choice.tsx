"use client";

import { useTranslations } from "next-intl";

type SharedChoiceProps = {
  readonly shared: boolean;
  /** Why the choice is no longer free; null where it is. */
  readonly fixed: "keepsNothing" | "tabOnly" | "begun" | null;
  readonly help: string;
  readonly onChange: (shared: boolean) => void;
};

/** Whether this computer is shared, so that nothing may stay on it. */
export function SharedChoice({ shared, fixed, help, onChange }: SharedChoiceProps) {
  const t = useTranslations("participant.shared");
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={shared}
        disabled={fixed !== null}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>
        {t("label")}
        <small>{fixed === null ? help : t(`fixed.${fixed}`)}</small>
      </span>
    </label>
  );
}
