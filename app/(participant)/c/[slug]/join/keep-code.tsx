"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Masthead } from "@/app/_components/masthead";
import { recoveryCodeOf } from "@/domain/anonymity/recovery-code";
import { withMeans } from "../../../_means";
import { thisDevice } from "../../../_protocol/device";
import { enrolHere } from "../../../_protocol/enrol-here";
import { newCode } from "../../../_protocol/secrets";
import { useTrouble } from "../../../_trouble";

type KeepCodeProps = { readonly slug: string; readonly token: string };

/** Shows the recovery code before anything is signed, and enrols once the participant has kept it. */
export function KeepCode({ slug, token }: KeepCodeProps) {
  const t = useTranslations("participant.code");
  const trouble = useTrouble();
  const heading = useRef<HTMLHeadingElement>(null);
  const [code, setCode] = useState(newCode);
  const [kept, setKept] = useState(false);
  const [shared, setShared] = useState(false);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const written = recoveryCodeOf(code);

  useEffect(() => heading.current?.focus(), []);

  async function enrol() {
    if (!kept || progress !== null) return;
    setProblem(null);
    setProgress({ done: 0, of: 1 });
    try {
      const participant = await withMeans(thisDevice(slug, shared), (means) =>
        enrolHere(means, slug, token, code, (done, of) => setProgress({ done, of })),
      );
      // Another tab was first: its code is the one that restores, and the one on this page never will.
      if (recoveryCodeOf(participant.code) !== written) {
        setCode(participant.code);
        setKept(false);
        setCopied(false);
        setProblem(t("otherTab"));
        setProgress(null);
        return;
      }
      // The token has done its work; it leaves the address bar and the history with it.
      window.history.replaceState(null, "", window.location.pathname);
      window.location.assign(`/c/${slug}/answer`);
    } catch (error) {
      setProblem(trouble(error));
      setProgress(null);
    }
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob([`${t("fileText", { code: written })}\n`], { type: "text/plain" }),
    );
    link.download = t("fileName");
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1 ref={heading} tabIndex={-1}>
          {t("title")}
        </h1>
        <p className="lede">{t("lede")}</p>
        <output className="code" aria-label={t("label")}>
          {written}
        </output>
        <div className="row">
          <button
            type="button"
            className="btn secondary small"
            onClick={() => navigator.clipboard.writeText(written).then(() => setCopied(true))}
          >
            {copied ? t("copied") : t("copy")}
          </button>
          <button type="button" className="btn secondary small" onClick={save}>
            {t("save")}
          </button>
          <button type="button" className="btn secondary small" onClick={() => window.print()}>
            {t("print")}
          </button>
        </div>
        <dl className="facts">
          {(["need", "guard", "lost"] as const).map((fact) => (
            <div key={fact}>
              <dt>{t(`facts.${fact}.name`)}</dt>
              <dd>{t(`facts.${fact}.what`)}</dd>
            </div>
          ))}
        </dl>
        <label className="check">
          <input type="checkbox" checked={kept} onChange={({ target }) => setKept(target.checked)} />
          <span>
            {t("kept")}
            <small>{t("keptHelp")}</small>
          </span>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={shared}
            disabled={progress !== null}
            onChange={({ target }) => setShared(target.checked)}
          />
          <span>
            {t("shared")}
            <small>{t("sharedHelp")}</small>
          </span>
        </label>
        <div className="notice settled">
          <p className="title">{t("nameGone")}</p>
          <p>{t("nameGoneHelp")}</p>
        </div>
        <div aria-live="polite">
          {progress !== null && (
            <p className="help">
              {progress.done < progress.of
                ? t("sealing", { done: progress.done + 1, of: progress.of })
                : t("signing")}
            </p>
          )}
          {problem !== null && (
            <p className="notice caution" role="alert">
              {problem}
            </p>
          )}
        </div>
      </main>
      <footer className="actionbar">
        <div>
          <button type="button" className="btn" aria-disabled={!kept || progress !== null} onClick={enrol}>
            {t(progress === null ? "enrol" : "enrolling")}
          </button>
        </div>
      </footer>
    </>
  );
}
