import { useTranslations } from "next-intl";
import { PlanFields } from "@/app/(host)/_components/plan-fields";
import { MOST_ROUNDS, type PlannedRound } from "@/domain/consultation/consultation";
import { changeAndFocus } from "./change-and-focus";
import { type Keyed, nextKey } from "./keyed";

type RoundFieldsProps = {
  readonly rounds: readonly Keyed<PlannedRound>[];
  readonly timeZone: string;
  readonly onChange: (rounds: Keyed<PlannedRound>[]) => void;
  readonly errorAt: (at: string) => string | undefined;
};

/** The planned rounds: level, opening and closing by the wall clock of the time zone chosen. */
export function RoundFields({ rounds, timeZone, onChange, errorAt }: RoundFieldsProps) {
  const t = useTranslations("setUp");
  return (
    <fieldset className="stack">
      <legend className="label">{t("rounds")}</legend>
      <p className="help">{t("roundsHelp")}</p>
      {rounds.map((round, index) => (
        <fieldset className="panel" key={round.key}>
          <legend className="label">{t("round", { number: index + 1 })}</legend>
          <PlanFields
            id={`rounds-${index}`}
            plan={round}
            timeZone={timeZone}
            onChange={(part) =>
              onChange(rounds.map((other) => (other === round ? { ...round, ...part } : other)))
            }
            errorAt={(field) => errorAt(`rounds.${index}.${field}`)}
          />
          <button
            type="button"
            className="btn quiet small"
            onClick={() =>
              changeAndFocus(
                () => onChange(rounds.filter((other) => other !== round)),
                [`rounds-${index}-level`, "add-round"],
              )
            }
          >
            {t("removeRound", { number: index + 1 })}
          </button>
        </fieldset>
      ))}
      {rounds.length < MOST_ROUNDS && (
        <button
          type="button"
          id="add-round"
          className="btn secondary small"
          onClick={() =>
            changeAndFocus(
              () =>
                onChange([...rounds, { key: nextKey(rounds), level: "expert", opensAt: "", closesAt: "" }]),
              [`rounds-${rounds.length}-level`],
            )
          }
        >
          {t("addRound")}
        </button>
      )}
      {errorAt("rounds") !== undefined && <p className="error">{errorAt("rounds")}</p>}
    </fieldset>
  );
}
