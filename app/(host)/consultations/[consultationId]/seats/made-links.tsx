"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { saveFile } from "@/app/_components/save-file";
import { type InvitationLink, invitationCsv } from "@/domain/consultation/invitation-csv";
import { AskedButton } from "./asked-button";
import { CardsButton } from "./cards-button";
import { CopyButton } from "./copy-button";

type MadeLinksProps = {
  readonly consultationId: string;
  readonly links: readonly InvitationLink[];
  readonly onDone: () => void;
};

/** Links just made, the only time that they can be shown: to be copied one by one, or saved for a mail merge. */
export function MadeLinks({ consultationId, links, onDone }: MadeLinksProps) {
  const t = useTranslations("seats");
  const heading = useRef<HTMLHeadingElement>(null);
  const newest = links[0]?.link;
  // Each time links are made, whoever made them is led to them.
  useEffect(() => {
    if (newest !== undefined) heading.current?.focus();
  }, [newest]);

  const download = () => saveFile(t("csvName"), invitationCsv(links), "text/csv;charset=utf-8");

  return (
    <section className="panel made-links" aria-labelledby="made">
      <h2 id="made" ref={heading} tabIndex={-1}>
        {t("made", { count: links.length })}
      </h2>
      <div className="notice caution">
        <p className="title">{t("once")}</p>
        <p>{t("onceHelp")}</p>
      </div>
      <div className="row">
        <button type="button" className="btn" onClick={download}>
          {t("download")}
        </button>
        <CopyButton
          name={t("copyAll")}
          text={links.map(({ delegation, link }) => `${delegation}\t${link}`).join("\n")}
        />
        <AskedButton
          name={t("done")}
          confirm={t("doneNow")}
          className="btn quiet small"
          pending={false}
          onConfirm={onDone}
        />
      </div>
      <CardsButton consultationId={consultationId} links={links} />
      <ul>
        {links.map(({ delegation, link }) => (
          <li key={link}>
            <span className="whose">{delegation}</span>
            <code>{link}</code>
            <CopyButton name={t("copy")} of={t("linkOf", { delegation })} text={link} />
          </li>
        ))}
      </ul>
    </section>
  );
}
