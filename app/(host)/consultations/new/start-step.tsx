import { useTranslations } from "next-intl";
import type { SetUpInHand } from "./use-set-up";
import { type Beginning, isTemplate, TEMPLATES } from "./use-starts";

type StartStepProps = { readonly setUp: SetUpInHand; readonly earlier: Beginning["earlier"] };

/** What a consultation starts from: a template, or an earlier one of which one is a host. */
export function StartStep({ setUp, earlier }: StartStepProps) {
  const t = useTranslations("setUpPath");
  const tSetUp = useTranslations("setUp");
  const { draft, change } = setUp;
  const { choice, panel, begunFrom } = draft;
  const choose = (chosen: string) => change((before) => ({ ...before, choice: chosen }));
  const changedSince = JSON.stringify(draft.fields) !== JSON.stringify(draft.start);
  return (
    <>
      <fieldset className="stack">
        <legend className="label">{t("startWith")}</legend>
        {TEMPLATES.map((template) => (
          <Choice key={template} checked={choice === template} onChoose={() => choose(template)}>
            {tSetUp(`templates.${template}.name`)}{" "}
            <small>{template === "blank" ? t("blankWhat") : tSetUp(`templates.${template}.what`)}</small>
          </Choice>
        ))}
      </fieldset>
      <fieldset className="stack" aria-describedby="ours-what">
        <legend className="label">{t("ours")}</legend>
        <p className="help" id="ours-what">
          {t(earlier.length === 0 ? "oursNone" : "oursWhat")}
        </p>
        {earlier.map(({ id, title, subject }) => (
          <Choice key={id} checked={choice === id} onChoose={() => choose(id)}>
            {title} <small>{subject}</small>
          </Choice>
        ))}
        {!isTemplate(choice) && (
          <label className="check">
            <input
              type="checkbox"
              checked={panel}
              onChange={({ target }) => change((before) => ({ ...before, panel: target.checked }))}
            />
            <span>
              {t("panelToo")} <small>{t("panelTooWhat")}</small>
            </span>
          </label>
        )}
      </fieldset>
      {changedSince && choice !== begunFrom && <p className="help">{t("changedStays")}</p>}
      <div className="row" aria-live="polite">
        {setUp.emptied ? (
          <>
            <p>{t("startedAfresh")}</p>
            <button type="button" className="btn secondary small" onClick={setUp.putBackEmptied}>
              {t("putBackEmptied")}
            </button>
          </>
        ) : (
          changedSince && (
            <button type="button" className="btn quiet small" onClick={setUp.startAfresh}>
              {t("startAfresh")}
            </button>
          )
        )}
      </div>
    </>
  );
}

type ChoiceProps = {
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
};

function Choice({ checked, onChoose, children }: ChoiceProps) {
  return (
    <label className="check">
      <input type="radio" name="start" checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}
