"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Masthead } from "@/app/_components/masthead";
import { parseRecoveryCode } from "@/domain/anonymity/recovery-code";
import { CodeField } from "../../../_code-field";
import { useLasting } from "../../../_lasting";
import { withMeans } from "../../../_means";
import { thisDevice } from "../../../_protocol/device";
import { AnothersKept, restoreHere } from "../../../_protocol/enrol-here";
import { dropUnfinished } from "../../../_protocol/unfinished";
import { SharedChoice } from "../../../_shared-choice";
import { useTrouble } from "../../../_trouble";

type RestoreFormProps = { readonly slug: string; readonly title: string };

/** The recovery code alone continues here what was begun anywhere. */
export function RestoreForm({ slug, title }: RestoreFormProps) {
  const t = useTranslations("participant.restore");
  const tHandover = useTranslations("handover");
  const trouble = useTrouble();
  // The page leaves what is typed to the browser: some of it may stand there before the page is ready.
  const typed = useRef<HTMLInputElement>(null);
  const lasting = useLasting();
  const [asShared, setAsShared] = useState(false);
  const shared = asShared || !lasting;
  const [anothers, setAnothers] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  /** Restores, and with `removing` also takes away what another participant keeps on this device. */
  async function restore(removing: boolean) {
    if (pending) return;
    setAnothers(false);
    const parsed = parseRecoveryCode(typed.current?.value ?? "");
    if ("problem" in parsed) {
      setProblem(t(`problems.${parsed.problem}`, parsed.values as never)); // each problem's sentence names its own values
      return;
    }
    setPending(true);
    setProblem(null);
    try {
      // What another keeps beyond this tab is not touched where this one keeps to the tab.
      const beside = shared ? [] : [thisDevice(slug, true)];
      const participant = await withMeans(thisDevice(slug, shared), (means) =>
        restoreHere(means, slug, parsed.bytes, { removing, beside }),
      );
      if (participant === null) setProblem(t("problems.unknown"));
      else {
        await dropUnfinished(slug);
        window.location.assign(`/c/${slug}/answer`);
      }
    } catch (error) {
      if (error instanceof AnothersKept) setAnothers(true);
      else setProblem(trouble(error));
    }
    setPending(false);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void restore(false);
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
        <form className="stack" onSubmit={submit}>
          <CodeField label={t("code")} problem={problem} typed={typed} />
          <SharedChoice
            shared={shared}
            fixed={lasting ? null : "keepsNothing"}
            help={t("sharedHelp")}
            onChange={setAsShared}
          />
          {anothers && (
            <div className="notice caution" role="alert">
              <p>{t("anothersKept")}</p>
              <div className="row">
                <button type="button" className="btn refuse small" onClick={() => restore(true)}>
                  {t("removeAnothers")}
                </button>
                <button type="button" className="btn secondary small" onClick={() => setAnothers(false)}>
                  {t("cancel")}
                </button>
              </div>
            </div>
          )}
          <button className="btn" type="submit" aria-disabled={pending}>
            {t(pending ? "restoring" : "restore")}
          </button>
        </form>
        <p>
          <a href={`/c/${slug}/handover`}>{tHandover("link")}</a>
        </p>
      </main>
    </>
  );
}
