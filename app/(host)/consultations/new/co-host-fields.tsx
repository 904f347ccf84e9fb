import { useTranslations } from "next-intl";
import { Field } from "@/app/(host)/_components/field";
import type { SetUp } from "@/domain/consultation/consultation";
import { changeAndFocus } from "./change-and-focus";
import { type Keyed, nextKey } from "./keyed";

type CoHost = SetUp["coHosts"][number];

type CoHostFieldsProps = {
  readonly coHosts: readonly Keyed<CoHost>[];
  readonly onChange: (coHosts: Keyed<CoHost>[]) => void;
  readonly errorAt: (at: string) => string | undefined;
};

/** The other co-hosting missions and the first host of each; one's own mission is always among them. */
export function CoHostFields({ coHosts, onChange, errorAt }: CoHostFieldsProps) {
  const t = useTranslations("setUp");
  const changeAt = (index: number, part: Partial<CoHost>) =>
    onChange(coHosts.map((coHost, at) => (at === index ? { ...coHost, ...part } : coHost)));
  return (
    <fieldset className="stack">
      <legend className="label">{t("coHosts")}</legend>
      <p className="help">{t("coHostsHelp")}</p>
      {coHosts.map(({ key, mission, email }, index) => (
        <div className="panel" key={key}>
          <Field
            id={`coHosts-${index}-mission`}
            label={t("mission")}
            error={errorAt(`coHosts.${index}.mission`)}
          >
            {(attributes) => (
              <input
                {...attributes}
                className="input"
                value={mission}
                onChange={({ target }) => changeAt(index, { mission: target.value })}
              />
            )}
          </Field>
          <Field id={`coHosts-${index}-email`} label={t("email")} error={errorAt(`coHosts.${index}.email`)}>
            {(attributes) => (
              <input
                {...attributes}
                className="input"
                type="email"
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
                () => onChange(coHosts.filter((_, at) => at !== index)),
                [`coHosts-${index}-mission`, "add-co-host"],
              )
            }
          >
            {t("removeCoHost", { number: index + 1 })}
          </button>
        </div>
      ))}
      <button
        type="button"
        id="add-co-host"
        className="btn secondary small"
        onClick={() =>
          changeAndFocus(
            () => onChange([...coHosts, { key: nextKey(coHosts), mission: "", email: "" }]),
            [`coHosts-${coHosts.length}-mission`],
          )
        }
      >
        {t("addCoHost")}
      </button>
    </fieldset>
  );
}
