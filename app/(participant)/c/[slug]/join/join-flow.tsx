"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { Masthead } from "@/app/_components/masthead";
import type { Bytes } from "@/domain/anonymity/encoding";
import { newCode } from "../../../_protocol/secrets";
import { unfinished } from "../../../_protocol/unfinished";
import { useTrouble } from "../../../_trouble";
import { atCodePage, goToCodePage, type Invitation, type InvitedSeat, readInvitation } from "./invitation";
import { KeepCode } from "./keep-code";

type JoinFlowProps = { readonly slug: string; readonly children: ReactNode };

const mayEnrol = ({ enrolled, enrolmentOpen, another }: InvitedSeat) =>
  !enrolled && enrolmentOpen && another !== "tab";

/** The recovery code that this tab has shown for an invitation, or a new one. */
async function codeFor(slug: string, token: string): Promise<Bytes> {
  const begun = await unfinished(slug);
  return begun?.token === token ? begun.code : newCode();
}

/** Reads the invitation and leads through enrolment. */
export function JoinFlow({ slug, children }: JoinFlowProps) {
  const t = useTranslations("participant.join");
  const tSeveral = useTranslations("severalSeats");
  const trouble = useTrouble();
  const [invitation, setInvitation] = useState<Invitation>({ state: "reading" });
  const [code, setCode] = useState<Bytes | null>(null);
  const [keeping, setKeeping] = useState(false);

  const read = useCallback(async () => {
    const found = await readInvitation(slug);
    // A reload of the page with the code shows the same one again.
    const resumes = found.state === "seat" && mayEnrol(found) && atCodePage();
    if (found.state === "seat") setCode(await codeFor(slug, found.token));
    setKeeping(resumes);
    setInvitation(found);
  }, [slug]);

  useEffect(() => {
    const onTurn = () => {
      // Another invitation pasted over this one is read anew; Back and forward only turn the page.
      const hash = window.location.hash;
      if (hash !== "" && !atCodePage()) void read();
      else setKeeping(atCodePage());
    };
    void read();
    window.addEventListener("popstate", onTurn);
    return () => window.removeEventListener("popstate", onTurn);
  }, [read]);

  const seat = invitation.state === "seat" ? invitation : null;
  const canEnrol = seat !== null && mayEnrol(seat);
  if (keeping && canEnrol && code !== null)
    return <KeepCode slug={slug} token={seat.token} code={code} tabOnly={seat.another !== null} />;

  const { state } = invitation;
  const continues = state === "enrolledHere" || (state === "trouble" && invitation.enrolledHere);
  const enrol = async () => {
    if (!canEnrol || code === null) return;
    await goToCodePage(slug, seat.token, code);
    setKeeping(true);
  };
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <div aria-live="polite">
          {seat !== null && <p className="eyebrow">{t("invitation", { delegation: seat.delegation })}</p>}
          {seat?.several && <p className="notice">{tSeveral("invitation", { place: seat.place })}</p>}
          {state === "reading" && <p className="eyebrow">{t("reading")}</p>}
          {state === "noLink" && <p className="notice">{t("noLink")}</p>}
          {state === "trouble" && (
            <p className="notice caution" role="alert">
              {trouble(invitation.error)}
            </p>
          )}
          {state === "enrolledHere" && <p className="notice settled">{t("enrolledHere")}</p>}
          {seat?.enrolled && <p className="notice caution">{t("alreadyEnrolled")}</p>}
          {seat !== null && !seat.enrolmentOpen && <p className="notice">{t("notOpenYet")}</p>}
          {seat?.replacing && <p className="notice caution">{t("replacing")}</p>}
          {seat?.another === "device" && <p className="notice caution">{t("anotherOnDevice")}</p>}
          {seat?.another === "tab" && <p className="notice caution">{t("anotherInTab")}</p>}
        </div>
        {children}
      </main>
      <footer className="actionbar">
        <div>
          {!continues && (
            <button type="button" className="btn" aria-disabled={!canEnrol} onClick={enrol}>
              {t(seat?.another === "device" ? "enrolInTab" : "enrol")}
            </button>
          )}
          {(continues || (seat !== null && seat.another !== null)) && (
            <a className={continues ? "btn" : "btn secondary"} href={`/c/${slug}/answer`}>
              {t(continues ? "continue" : "continueAsAnother")}
            </a>
          )}
          <a className="btn quiet" href={`/c/${slug}/restore`}>
            {t("haveCode")}
          </a>
        </div>
      </footer>
    </>
  );
}
