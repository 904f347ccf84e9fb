"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Masthead } from "@/app/_components/masthead";
import { parseRecoveryCode } from "@/domain/anonymity/recovery-code";
import { withMeans } from "../../../_means";
import { thisDevice } from "../../../_protocol/device";
import { restoreHere } from "../../../_protocol/enrol-here";
import { useTrouble } from "../../../_trouble";

type RestoreFormProps = { readonly slug: string; readonly title: string };

/** The recovery code alone continues here what was begun anywhere. */
export function RestoreForm({ slug, title }: RestoreFormProps) {
  const t = useTranslations("participant.restore");
  const trouble = useTrouble();
  const [typed, setTyped] = useState("");
  const [shared, setShared] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function restore(event: FormEvent) {
    event.preventDefault();
    const parsed = parseRecoveryCode(typed);
    if ("problem" in parsed) {
      setProblem(t(`problems.${parsed.problem}`, parsed.values as never)); // each problem's sentence names its own values
      return;
    }
    setPending(true);
    setProblem(null);
    try {
      const participant = await withMeans(thisDevice(slug, shared), (means) =>
        restoreHere(means, slug, parsed.bytes),
      );
      if (participant === null) setProblem(t("problems.unknown"));
      else window.location.assign(`/c/${slug}/answer`);
    } catch (error) {
      setProblem(trouble(error));
    }
    setPending(false);
  }

  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <div>
          <p className="eyebrow">{title}</p>
          <h1>{t("title")}</h1>
        </div>
        <p className="lede">{t("lede")}</p>
        <form className="stack" onSubmit={restore}>
          <div className="field">
            <label htmlFor="code">{t("code")}</label>
            <input
              className="input mono"
              id="code"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              aria-invalid={problem !== null}
              aria-describedby="code-problem"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            <div id="code-problem" aria-live="polite">
              {problem !== null && <p className="error">{problem}</p>}
            </div>
          </div>
          <label className="check">
            <input type="checkbox" checked={shared} onChange={({ target }) => setShared(target.checked)} />
            <span>
              {t("shared")}
              <small>{t("sharedHelp")}</small>
            </span>
          </label>
          <button className="btn" type="submit" disabled={pending}>
            {t(pending ? "restoring" : "restore")}
          </button>
        </form>
      </main>
    </>
  );
}
