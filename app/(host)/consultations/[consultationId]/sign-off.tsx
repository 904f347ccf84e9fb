"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { grouped, versionName } from "@/domain/edition/signed";
import type { AppRouter } from "@/server/trpc/router";
import { LetterOfEdition } from "./letter-of-edition";
import { SignOffActs } from "./sign-off-acts";
import { SignOffMission } from "./sign-off-mission";

export type SignOffState = inferRouterOutputs<AppRouter>["editions"]["signOff"];

type SignOffProps = { readonly consultationId: string; readonly state: SignOffState };

/** The co-hosting missions with their signatures, the version that they sign, and what can be done now. */
export function SignOff({ consultationId, state }: SignOffProps) {
  const t = useTranslations("signOff");
  const heading = useId();
  const { subject, hash, signedHash, missions, timeZone, letter, notYet } = state;
  if (notYet) return null;
  const awaited = missions.filter(({ signature }) => signature === null).length;
  const named = hash ?? signedHash;
  const code = (chunks: React.ReactNode) => <code className="nb">{chunks}</code>;
  const version = named === null ? "" : versionName(named);
  return (
    <section className="panel sign-off" aria-labelledby={heading}>
      <h2 id={heading}>{t("title")}</h2>
      {missions.length > 0 && (
        <p>
          <span className={awaited > 0 ? "tag alert" : "tag done"}>
            {awaited > 0 ? t("awaiting", { awaited, of: missions.length }) : t("complete")}
          </span>
        </p>
      )}
      <ul className="signoffs">
        {missions.map((mission) => (
          <SignOffMission key={mission.id} mission={mission} timeZone={timeZone} />
        ))}
      </ul>
      <p className="fine">
        {hash !== null && t.rich("version", { of: missions.length, version, code })}
        {hash === null &&
          (signedHash === null
            ? t("publishedBefore")
            : t.rich("published", { of: subject.of, version, code }))}
      </p>
      {named !== null && (
        <details className="more">
          <summary>{t("whole")}</summary>
          <p className="fine">{t("hash")}</p>
          <code>{grouped(named)}</code>
        </details>
      )}
      {hash !== null && letter !== null && (
        <LetterOfEdition consultationId={consultationId} standing={letter} />
      )}
      {hash !== null && (
        <SignOffActs
          key={JSON.stringify([hash, missions])}
          consultationId={consultationId}
          subject={subject}
          hash={hash}
          missions={missions}
          heading={heading}
        />
      )}
    </section>
  );
}
