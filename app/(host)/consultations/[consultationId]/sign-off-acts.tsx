"use client";

import { useTranslations } from "next-intl";
import { type Subject, versionName } from "@/domain/edition/signed";
import { Act } from "./act";
import type { SignOffState } from "./sign-off";
import { useToSaveFirst } from "./unsaved-texts";
import { useSignOffActs } from "./use-sign-off-acts";

type SignOffActsProps = {
  readonly consultationId: string;
  readonly subject: Subject;
  /** Of the version that this page shows. */
  readonly hash: string;
  readonly missions: SignOffState["missions"];
  /** Id of the heading under which the outcome is shown. */
  readonly heading: string;
};

/** What whoever reads this can do next: sign for their mission, take that back, publish once everybody has signed. */
export function SignOffActs({ consultationId, subject, hash, missions, heading }: SignOffActsProps) {
  const t = useTranslations("signOff");
  const { of } = subject;
  const { sign, takeBack, publish, signAndPublish } = useSignOffActs(consultationId, subject, hash);
  const toSave = useToSaveFirst(subject);
  const unavailable = toSave === null ? undefined : t(`saveFirst.${toSave}`, { of });
  const own = missions.find(({ mine }) => mine);
  if (own === undefined) return <p className="help">{t("onlyHosts")}</p>;
  const others = missions.filter(({ mine, signature }) => !mine && signature === null);
  const signWhat = t("signWhat", { of, version: versionName(hash) });
  const publishWhat = t("publishWhat", { of });
  if (own.signature === null)
    return (
      <div className="stack">
        {others.length === 0 && (
          <Act
            name={t("signAndPublish", { of })}
            what={`${signWhat} ${publishWhat}`}
            doneUnder={heading}
            unavailable={unavailable}
            {...signAndPublish}
          />
        )}
        <Act
          name={t("sign", { mission: own.name })}
          what={signWhat}
          secondary={others.length === 0}
          doneUnder={heading}
          unavailable={unavailable}
          {...sign}
        />
      </div>
    );
  return (
    <div className="stack">
      {others.length === 0 && (
        <Act
          name={t("publish", { of })}
          what={publishWhat}
          doneUnder={heading}
          unavailable={unavailable}
          {...publish}
        />
      )}
      <Act
        name={t("takeBack")}
        what={t("takeBackWhat", { of })}
        secondary
        doneUnder={heading}
        {...takeBack}
      />
    </div>
  );
}
