import { useTranslations } from "next-intl";
import { PlanCautions } from "@/app/(host)/_components/plan-cautions";
import { PlanFields } from "@/app/(host)/_components/plan-fields";
import { TimeZoneField } from "@/app/(host)/_components/time-zone-field";
import { instantOf, MOST_ROUNDS } from "@/domain/consultation/consultation";
import { withoutRow, withRound } from "@/domain/consultation/set-up-draft";
import { changeAndFocus } from "./change-and-focus";
import { RemovedRow } from "./removed-row";
import type { SetUpInHand } from "./use-set-up";

type RoundsStepProps = {
  readonly setUp: SetUpInHand;
  readonly timeZones: readonly string[];
  readonly errorAt: (at: string) => string | undefined;
};

/** The planned rounds: level, opening and closing by the wall clock of the time zone chosen. */
export function RoundsStep({ setUp, timeZones, errorAt }: RoundsStepProps) {
  const t = useTranslations("setUp");
  const tPath = useTranslations("setUpPath");
  const { draft, change, changeFields } = setUp;
  const { rounds, timeZone } = draft.fields;
  const timed = rounds.map(({ opensAt, closesAt }, index) => ({
    number: index + 1,
    opensAt: instantOf(opensAt, timeZone),
    closesAt: instantOf(closesAt, timeZone),
  }));
  return (
    <>
      <TimeZoneField
        id="timeZone"
        value={timeZone}
        timeZones={timeZones}
        onChange={(chosen) => changeFields({ timeZone: chosen })}
        help={tPath("examples.timeZone")}
        error={errorAt("timeZone")}
      />
      {rounds.map((round, index) => (
        <fieldset className="panel" key={round.key}>
          <legend className="label">{t("round", { number: index + 1 })}</legend>
          <PlanFields
            id={`rounds-${index}`}
            plan={round}
            timeZone={timeZone}
            onChange={(part) =>
              changeFields({
                rounds: rounds.map((other) => (other === round ? { ...round, ...part } : other)),
              })
            }
            errorAt={(field) => errorAt(`rounds.${index}.${field}`)}
            examples={{ level: tPath("examples.level"), moment: tPath("examples.moment") }}
          />
          {timed[index] !== undefined && <PlanCautions round={timed[index]} all={timed} />}
          <button
            type="button"
            className="btn quiet small"
            onClick={() =>
              changeAndFocus(
                () => change((before) => withoutRow(before, "rounds", index)),
                ["put-back-rounds", "add-rounds"],
              )
            }
          >
            {t("removeRound", { number: index + 1 })}
          </button>
        </fieldset>
      ))}
      <RemovedRow setUp={setUp} of="rounds" field="level" />
      {rounds.length < MOST_ROUNDS && (
        <button
          type="button"
          id="add-rounds"
          className="btn secondary small"
          onClick={() => changeAndFocus(() => change(withRound), [`rounds-${rounds.length}-level`])}
        >
          {t("addRound")}
        </button>
      )}
      {errorAt("rounds") !== undefined && <p className="error">{errorAt("rounds")}</p>}
    </>
  );
}
