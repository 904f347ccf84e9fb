"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Masthead } from "@/app/_components/masthead";
import { Refusal } from "@/domain/refusal";
import { canEncrypt, registryHere } from "../../../_means";
import { keptDevice } from "../../../_protocol/device";
import { useTrouble } from "../../../_trouble";
import { KeepCode } from "./keep-code";

type JoinFlowProps = { readonly slug: string; readonly children: ReactNode };

type Invitation =
  | { readonly state: "reading" }
  | { readonly state: "noLink" }
  | { readonly state: "enrolledHere" }
  | { readonly state: "trouble"; readonly error: unknown }
  | {
      readonly state: "seat";
      readonly token: string;
      readonly delegation: string;
      readonly enrolled: boolean;
      readonly enrolmentOpen: boolean;
    };

/** Reads the invitation in the address's fragment, which no server is sent, and leads through enrolment. */
export function JoinFlow({ slug, children }: JoinFlowProps) {
  const t = useTranslations("participant.join");
  const trouble = useTrouble();
  const [invitation, setInvitation] = useState<Invitation>({ state: "reading" });
  const [enrolling, setEnrolling] = useState(false);

  useEffect(() => {
    readInvitation(slug).then(setInvitation, (error: unknown) => setInvitation({ state: "trouble", error }));
  }, [slug]);

  if (enrolling && invitation.state === "seat") return <KeepCode slug={slug} token={invitation.token} />;
  const { state } = invitation;
  const canEnrol = state === "seat" && !invitation.enrolled && invitation.enrolmentOpen;
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <div aria-live="polite">
          {state === "seat" && (
            <p className="eyebrow">{t("invitation", { delegation: invitation.delegation })}</p>
          )}
          {state === "reading" && <p className="eyebrow">{t("reading")}</p>}
          {state === "noLink" && <p className="notice">{t("noLink")}</p>}
          {state === "trouble" && (
            <p className="notice caution" role="alert">
              {trouble(invitation.error)}
            </p>
          )}
          {state === "enrolledHere" && <p className="notice settled">{t("enrolledHere")}</p>}
          {state === "seat" && invitation.enrolled && (
            <p className="notice caution">{t("alreadyEnrolled")}</p>
          )}
          {state === "seat" && !invitation.enrolmentOpen && <p className="notice">{t("notOpenYet")}</p>}
        </div>
        {children}
      </main>
      <footer className="actionbar">
        <div>
          {state === "enrolledHere" ? (
            <a className="btn" href={`/c/${slug}/answer`}>
              {t("continue")}
            </a>
          ) : (
            <button
              type="button"
              className="btn"
              aria-disabled={!canEnrol}
              onClick={() => {
                if (!canEnrol) return;
                setEnrolling(true);
                window.scrollTo(0, 0);
              }}
            >
              {t("enrol")}
            </button>
          )}
          <a className="btn quiet" href={`/c/${slug}/restore`}>
            {t("haveCode")}
          </a>
        </div>
      </footer>
    </>
  );
}

async function readInvitation(slug: string): Promise<Invitation> {
  if (!canEncrypt()) return { state: "trouble", error: new Refusal("no_cryptography") };
  if ((await keptDevice(slug)) !== null) return { state: "enrolledHere" };
  const token = window.location.hash.slice(1);
  if (token === "") return { state: "noLink" };
  return { state: "seat", token, ...(await registryHere().seat({ token })) };
}
