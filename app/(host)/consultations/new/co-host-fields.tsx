import { useTranslations } from "next-intl";
import { Field } from "@/app/(host)/_components/field";
import { MOST_CO_HOSTS } from "@/domain/consultation/consultation";
import { type CoHostRow, withCoHost, withoutRow } from "@/domain/consultation/set-up-draft";
import { changeAndFocus } from "./change-and-focus";
import { RemovedRow } from "./removed-row";
import type { SetUpInHand } from "./use-set-up";

type CoHostFieldsProps = {
  readonly setUp: SetUpInHand;
  readonly errorAt: (at: string) => string | undefined;
};

/** The other co-hosting missions and the first host of each; one's own mission is always among them. */
export function CoHostFields({ setUp, errorAt }: CoHostFieldsProps) {
  const t = useTranslations("setUp");
  const tPath = useTranslations("setUpPath");
  const { draft, change, changeFields } = setUp;
  const { coHosts } = draft.fields;
  const changeAt = (index: number, part: Partial<CoHostRow>) =>
    changeFields({
      coHosts: coHosts.map((coHost, at) => (at === index ? { ...coHost, ...part } : coHost)),
    });
  return (
    <>
      {coHosts.map(({ key, mission, email }, index) => (
        <fieldset className="panel" key={key}>
          <legend className="label">{tPath("coHost", { number: index + 1 })}</legend>
          <Field
            id={`coHosts-${index}-mission`}
            label={t("mission")}
            help={tPath("examples.mission")}
            error={errorAt(`coHosts.${index}.mission`)}
          >
            {(attributes) => (
              <input
                {...attributes}
                className="input"
                autoComplete="off"
                value={mission}
                onChange={({ target }) => changeAt(index, { mission: target.value })}
              />
            )}
          </Field>
          <Field
            id={`coHosts-${index}-email`}
            label={t("email")}
            help={tPath("examples.email")}
            error={errorAt(`coHosts.${index}.email`)}
          >
            {(attributes) => (
              <input
                {...attributes}
                className="input"
                type="email"
                autoComplete="off"
                value={email}
                onChange={({ target }) => changeAt(index, { email: target.value })}
              />
            )}
          </Field>
          <button
            type="button"
            className="btn quiet small"
            onClick={() =>
              changeAndFocus(
                () => change((before) => withoutRow(before, "coHosts", index)),
                ["put-back-coHosts", "add-coHosts"],
              )
            }
          >
            {t("removeCoHost", { number: index + 1 })}
          </button>
        </fieldset>
      ))}
      <RemovedRow setUp={setUp} of="coHosts" field="mission" />
      {coHosts.length < MOST_CO_HOSTS && (
        <button
          type="button"
          id="add-coHosts"
          className="btn secondary small"
          onClick={() => changeAndFocus(() => change(withCoHost), [`coHosts-${coHosts.length}-mission`])}
        >
          {t("addCoHost")}
        </button>
      )}
    </>
  );
}
