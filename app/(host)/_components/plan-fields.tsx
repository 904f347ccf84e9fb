import { useFormatter, useTranslations } from "next-intl";
import { instantOf, type PlannedRound } from "@/domain/consultation/consultation";
import { Field } from "./field";

type PlanFieldsProps = {
  /** Starts the ids of the controls. */
  readonly id: string;
  readonly plan: PlannedRound;
  readonly timeZone: string;
  readonly onChange: (part: Partial<PlannedRound>) => void;
  readonly errorAt: (field: "opensAt" | "closesAt") => string | undefined;
  /** An example for the level, and one for a moment while none is given. */
  readonly examples?: { readonly level: string; readonly moment: string };
};

/** Level, opening and close of a planned round by the wall clock of a place, with the same in UTC under each. */
export function PlanFields({ id, plan, timeZone, onChange, errorAt, examples }: PlanFieldsProps) {
  const t = useTranslations("plan");
  const format = useFormatter();
  const inUtc = (local: string) => {
    const instant = instantOf(local, timeZone);
    if (instant === null) return undefined;
    const day = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
    const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" } as const;
    return t("utc", { day: format.dateTime(instant, day), hour: format.dateTime(instant, hour) });
  };
  return (
    <>
      <Field id={`${id}-level`} label={t("level")} help={examples?.level} error={undefined}>
        {(attributes) => (
          <select
            {...attributes}
            className="select"
            value={plan.level}
            onChange={({ target }) =>
              onChange({ level: target.value === "highLevel" ? "highLevel" : "expert" })
            }
          >
            <option value="expert">{t("levels.expert")}</option>
            <option value="highLevel">{t("levels.highLevel")}</option>
          </select>
        )}
      </Field>
      {(["opensAt", "closesAt"] as const).map((moment) => (
        <Field
          key={moment}
          id={`${id}-${moment}`}
          label={t(moment)}
          help={inUtc(plan[moment]) ?? examples?.moment}
          error={errorAt(moment)}
        >
          {(attributes) => (
            <input
              {...attributes}
              className="input"
              type="datetime-local"
              value={plan[moment]}
              onChange={({ target }) => onChange({ [moment]: target.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}
