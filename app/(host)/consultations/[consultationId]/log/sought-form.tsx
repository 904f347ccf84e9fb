import { useTranslations } from "next-intl";
import type { ActingPerson } from "@/domain/acts/acts-csv";
import { isNarrowed, type SoughtActs } from "./sought";
import { useActName } from "./use-act-name";

type SoughtFormProps = {
  readonly base: string;
  readonly sought: SoughtActs;
  readonly choices: {
    readonly people: readonly ActingPerson[];
    readonly commandLine: boolean;
    readonly acts: readonly string[];
  };
};

/** Narrows the log to one person, one act, or days. */
export function SoughtForm({ base, sought, choices }: SoughtFormProps) {
  const t = useTranslations("log");
  const tMore = useTranslations("logNarrowed");
  const actName = useActName();
  return (
    <search>
      <form className="row sought" action={base} method="get">
        <div className="field">
          <label htmlFor="person">{t("who")}</label>
          <select className="select" id="person" name="person" defaultValue={sought.person ?? ""}>
            <option value="">{t("everybody")}</option>
            {choices.people.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name === null ? email : t("person", { name, email })}
              </option>
            ))}
            {choices.commandLine && <option value="commandLine">{t("nobody")}</option>}
          </select>
        </div>
        <div className="field">
          <label htmlFor="act">{t("act")}</label>
          <select className="select" id="act" name="act" defaultValue={sought.act ?? ""}>
            <option value="">{t("everything")}</option>
            {choices.acts.map((act) => (
              <option key={act} value={act}>
                {actName(act)}
              </option>
            ))}
          </select>
        </div>
        {(["from", "until"] as const).map((end) => (
          <div className="field" key={end}>
            <label htmlFor={end}>{tMore(end)}</label>
            <input className="input" type="date" id={end} name={end} defaultValue={sought[end] ?? ""} />
          </div>
        ))}
        <button className="btn secondary" type="submit">
          {t("show")}
        </button>
        {isNarrowed(sought) && (
          <a className="btn quiet" href={base}>
            {tMore("whole")}
          </a>
        )}
      </form>
    </search>
  );
}
