"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Masthead } from "@/app/_components/masthead";
import { saveFile } from "@/app/_components/save-file";
import type { Bytes } from "@/domain/anonymity/encoding";
import { recoveryCodeOf } from "@/domain/anonymity/recovery-code";
import { useCopy } from "../../../_copying";
import { useLasting } from "../../../_lasting";
import { withMeans } from "../../../_means";
import { thisDevice } from "../../../_protocol/device";
import { enrolHere } from "../../../_protocol/enrol-here";
import { dropUnfinished } from "../../../_protocol/unfinished";
import { SharedChoice } from "../../../_shared-choice";
import { useTrouble } from "../../../_trouble";

type KeepCodeProps = {
  readonly slug: string;
  readonly token: string;
  /** The recovery code's bytes, made for this invitation. */
  readonly code: Bytes;
  /** Somebody else has enrolled on this device, so that this seat stays in the tab. */
  readonly tabOnly: boolean;
};

/** Shows the recovery code before anything is signed, and enrols once the participant has kept it. */
export function KeepCode({ slug, token, code: made, tabOnly }: KeepCodeProps) {
  const t = useTranslations("participant.code");
  const tHandover = useTranslations("handover");
  const trouble = useTrouble();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<HTMLOutputElement>(null);
  const { copy, clear, said } = useCopy();
  const lasting = useLasting();
  const [code, setCode] = useState(made);
  const [kept, setKept] = useState(false);
  const [asShared, setAsShared] = useState(false);
  const [begun, setBegun] = useState(false);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const written = recoveryCodeOf(code);
  const shared = asShared || tabOnly || !lasting;
  // Once a wallet may lie in one storage, enrolling goes on there.
  const fixed = tabOnly ? "tabOnly" : lasting ? (begun ? "begun" : null) : "keepsNothing";

  useEffect(() => heading.current?.focus(), []);

  async function enrol() {
    if (!kept || progress !== null) return;
    setProblem(null);
    setBegun(true);
    setProgress({ done: 0, of: 1 });
    try {
      const beside = [thisDevice(slug, !shared)];
      const participant = await withMeans(thisDevice(slug, shared), (means) =>
        enrolHere(means, slug, token, code, (done, of) => setProgress({ done, of }), beside),
      );
      await dropUnfinished(slug);
      // Another tab was first: its code is the one that restores, and the one on this page never will.
      if (recoveryCodeOf(participant.code) !== written) {
        setCode(participant.code);
        setKept(false);
        clear();
        setProblem(t("otherTab"));
        setProgress(null);
        return;
      }
      // The token has done its work; where it is still in the address bar it leaves it, and the history.
      window.history.replaceState(null, "", window.location.pathname);
      window.location.assign(`/c/${slug}/answer`);
    } catch (error) {
      setProblem(trouble(error));
      setProgress(null);
    }
  }

  const save = () => saveFile(t("fileName"), `${t("fileText", { code: written })}\n`, "text/plain");

  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1 ref={heading} tabIndex={-1}>
          {t("title")}
        </h1>
        <p className="lede">{t("lede")}</p>
        <output className="code" aria-label={t("label")} ref={shown}>
          {written}
        </output>
        <div className="row">
          <button type="button" className="btn secondary small" onClick={() => copy(written, shown.current)}>
            {t(said === "copied" ? "copied" : "copy")}
          </button>
          <button type="button" className="btn secondary small" onClick={save}>
            {t("save")}
          </button>
          <button type="button" className="btn secondary small" onClick={() => window.print()}>
            {t("print")}
          </button>
        </div>
        <div role="status">{said === "refused" && <p className="notice">{t("copyRefused")}</p>}</div>
        <dl className="facts">
          {(["need", "guard", "lost", "ends"] as const).map((fact) => (
            <div key={fact}>
              <dt>{t(`facts.${fact}.name`)}</dt>
              <dd>{t(`facts.${fact}.what`)}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={`/c/${slug}/handover`} target="_blank" rel="noreferrer">
            {tHandover("linkNewTab")}
          </a>
        </p>
        <label className="check">
          <input type="checkbox" checked={kept} onChange={({ target }) => setKept(target.checked)} />
          <span>
            {t("kept")}
            <small>{t("keptHelp")}</small>
          </span>
        </label>
        <SharedChoice shared={shared} fixed={fixed} help={t("sharedHelp")} onChange={setAsShared} />
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
          <button
            type="button"
            className="btn"
            aria-disabled={!kept || progress !== null}
            aria-describedby={kept ? undefined : "enrol-needs"}
            onClick={enrol}
          >
            {t(progress === null ? "enrol" : "enrolling")}
          </button>
          {!kept && (
            <span className="grow help" id="enrol-needs">
              {t("enrolNeeds")}
            </span>
          )}
        </div>
      </footer>
    </>
  );
}
