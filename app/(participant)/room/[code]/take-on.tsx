"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { Masthead } from "@/app/_components/masthead";
import { ledTo } from "@/domain/room/following";
import { keptDevice } from "../../_protocol/device";
import { isNoRoom, roomBehind } from "../../_protocol/room";
import { useTrouble } from "../../_trouble";

type TakeOnProps = {
  /** The code of the address; null where it cannot be one. */
  readonly code: string | null;
};

type Found =
  | { readonly state: "here" | "wrong" }
  | { readonly state: "notEnrolled" | "ended"; readonly slug: string; readonly title: string }
  | { readonly state: "unreachable"; readonly error: unknown };

/**
 * Takes a device that is enrolled in the session's consultation to its questions. Whether it is, only the device itself
 * is asked; the server is asked what anybody may ask it, which session has this code.
 */
export function TakeOn({ code }: TakeOnProps) {
  const t = useTranslations("roomJoin");
  const trouble = useTrouble();
  const [found, setFound] = useState<Found>({ state: code === null ? "wrong" : "here" });

  const look = useCallback(async () => {
    if (code === null) return;
    setFound({ state: "here" });
    try {
      const { view } = await roomBehind(window.location.origin, code).view();
      const { slug, title } = view;
      const state = ledTo(view, (await keptDevice(slug)) !== null);
      if (state === "questions") window.location.replace(`/c/${slug}/answer`);
      else setFound({ state, slug, title });
    } catch (error) {
      setFound(isNoRoom(error) ? { state: "wrong" } : { state: "unreachable", error });
    }
  }, [code]);
  useEffect(() => {
    void look();
  }, [look]);

  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <div role="status">
          {"title" in found && <p className="eyebrow">{found.title}</p>}
          <h1>{t(`${found.state}.title`)}</h1>
        </div>
        {found.state === "here" && <p className="lede">{t("here.what")}</p>}
        {found.state === "wrong" && <Wrong malformed={code === null} />}
        {found.state === "unreachable" && (
          <div className="notice caution" role="alert">
            <p>{trouble(found.error)}</p>
            <button type="button" className="btn secondary small" onClick={look}>
              {t("tryAgain")}
            </button>
          </div>
        )}
        {found.state === "ended" && <Ended slug={found.slug} />}
        {found.state === "notEnrolled" && <NotEnrolled slug={found.slug} />}
      </main>
    </>
  );
}

function Wrong({ malformed }: { readonly malformed: boolean }) {
  const t = useTranslations("roomJoin");
  return (
    <>
      <p className="lede">{t(malformed ? "problems.malformed" : "problems.unknown")}</p>
      <p>
        <a className="btn" href="/room">
          {t("again")}
        </a>
      </p>
    </>
  );
}

function Ended({ slug }: { readonly slug: string }) {
  const t = useTranslations("roomJoin");
  return (
    <>
      <p className="lede">{t("ended.what")}</p>
      <p>
        <a className="btn" href={`/c/${slug}`}>
          {t("consultation")}
        </a>
      </p>
    </>
  );
}

function NotEnrolled({ slug }: { readonly slug: string }) {
  const t = useTranslations("roomJoin");
  return (
    <>
      <p className="lede">{t("notEnrolled.what")}</p>
      <p>{t("notEnrolled.noCard")}</p>
      <p>{t("notEnrolled.elsewhere")}</p>
      <p>
        <a className="btn secondary" href={`/c/${slug}/restore`}>
          {t("notEnrolled.restore")}
        </a>
      </p>
      <p>
        <a href={`/c/${slug}`}>{t("consultation")}</a>
      </p>
    </>
  );
}
