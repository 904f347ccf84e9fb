"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { themePhrase } from "@/domain/consensus/ladder/theme";
import { merged, split } from "@/domain/themes/changes";
import { type Codings, NO_CHANGE, type Theme } from "@/domain/themes/coding";
import { type BenchAnswer, overlap } from "@/domain/themes/progress";
import type { Send } from "./use-coding";
import { WordingForm } from "./wording-form";

export type ThemeActsProps = {
  readonly answers: readonly BenchAnswer[];
  readonly codings: Codings;
  /** Whether themes can only be added and reworded, since two code with them apart. */
  readonly fixed: boolean;
  readonly send: Send;
  readonly chosen: readonly Theme[];
  readonly onDone: () => void;
};

/** What can be done with the chosen themes: one is reworded, split or removed, several are merged. */
export function ThemeActs({ answers, codings, fixed, send, chosen, onDone }: ThemeActsProps) {
  const t = useTranslations("themes");
  const [asked, setAsked] = useState<{ readonly act: "rename" | "split"; readonly theme: Theme } | null>(
    null,
  );
  const close = () => {
    setAsked(null);
    onDone();
  };
  // What is being worded stays, whatever is chosen meanwhile.
  if (asked?.act === "rename") {
    const { theme } = asked;
    return (
      <WordingForm
        title={t("renameOf", { theme: theme.wording })}
        label={t("wordingLabel")}
        save={t("save")}
        answers={answers}
        before={theme.wording}
        onSave={(wording) =>
          send({ ...NO_CHANGE, rename: [{ id: theme.id, from: theme.wording, to: wording }] })
        }
        onClose={close}
      />
    );
  }
  if (asked?.act === "split")
    return <Split answers={answers} codings={codings} theme={asked.theme} send={send} onClose={close} />;
  const [theme, another] = chosen;
  if (theme === undefined) return null;
  if (another !== undefined) {
    if (fixed) return null;
    return <Merge answers={answers} codings={codings} chosen={chosen} send={send} onClose={close} />;
  }
  return (
    <div className="row">
      <button
        type="button"
        className="btn secondary small"
        onClick={() => setAsked({ act: "rename", theme })}
      >
        {t("rename")}
        <span className="sr">: {theme.wording}</span>
      </button>
      <button type="button" className="btn secondary small" onClick={() => setAsked({ act: "split", theme })}>
        {t("split")}
        <span className="sr">: {theme.wording}</span>
      </button>
      {!fixed && (
        <button
          type="button"
          className="btn secondary small"
          onClick={async () => (await send({ ...NO_CHANGE, remove: [theme.id] })) && close()}
        >
          {t("remove")}
          <span className="sr">: {theme.wording}</span>
        </button>
      )}
    </div>
  );
}

type FormProps = Pick<ThemeActsProps, "answers" | "codings" | "send"> & { readonly onClose: () => void };

function Merge({ answers, codings, chosen, send, onClose }: FormProps & Pick<ThemeActsProps, "chosen">) {
  const t = useTranslations("themes");
  const ids = chosen.map(({ id }) => id);
  const { each, several, together } = overlap(codings, ids);
  const all = answers.length;
  const values = { each: each.join(" + "), several, together, all };
  const phrase = t(`phrases.${themePhrase(together, all)}`);
  return (
    <WordingForm
      title={t("merge", { count: chosen.length })}
      label={t("mergeLabel")}
      save={t("merge", { count: chosen.length })}
      answers={answers}
      before={chosen[0]?.wording ?? ""}
      onSave={(wording) => send(merged(codings, ids, wording))}
      onClose={onClose}
    >
      <p>{t.rich("mergeWhat", { ...values, phrase, b: (chunks) => <strong>{chunks}</strong> })}</p>
    </WordingForm>
  );
}

function Split({ answers, codings, theme, send, onClose }: FormProps & { readonly theme: Theme }) {
  const t = useTranslations("themes");
  const [going, setGoing] = useState<readonly string[]>([]);
  const coded = new Set(codings.codings.flatMap((one) => (one.themeId === theme.id ? [one.answerId] : [])));
  return (
    <WordingForm
      title={t("splitOf", { theme: theme.wording })}
      label={t("wordingLabel")}
      save={t("split")}
      answers={answers}
      unavailable={going.length === 0}
      onSave={(wording) => send(split(theme.id, crypto.randomUUID(), wording, going))}
      onClose={onClose}
    >
      <p>{t("splitWhat", { theme: theme.wording })}</p>
      <div className="stack splitting">
        {answers
          .filter(({ id }) => coded.has(id))
          .map(({ id, text }) => (
            <label className="check" key={id}>
              <input
                type="checkbox"
                checked={going.includes(id)}
                onChange={(event) =>
                  setGoing(event.target.checked ? [...going, id] : going.filter((one) => one !== id))
                }
              />
              <span dir="auto">{text}</span>
            </label>
          ))}
      </div>
    </WordingForm>
  );
}
