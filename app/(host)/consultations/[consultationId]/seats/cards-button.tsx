"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { saveBytes } from "@/app/_components/save-file";
import { useRefused } from "@/app/(host)/_components/refused";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { MOST_CARDS } from "@/domain/sheets/sheet";

type CardsButtonProps = { readonly consultationId: string; readonly links: readonly InvitationLink[] };

const tokenOf = ({ link }: InvitationLink): string => new URL(link).hash.slice(1);

/** What was said where no cards came: by the server, or null where no reply of its came. */
async function refusedIn(response: Response): Promise<string | null> {
  const said: unknown = await response
    .json()
    .then(({ error }) => error.message)
    .catch(() => null);
  return typeof said === "string" ? said : null;
}

/** Sets cards for the links on this page, which this tab alone holds: each file asks once, and nothing of it is kept. */
export function CardsButton({ consultationId, links }: CardsButtonProps) {
  const t = useTranslations("invitationCards");
  const noReply = useRefused("again");
  const [making, setMaking] = useState(false);
  const [said, say] = useState<{ readonly refused: boolean; readonly sentence: string } | null>(null);

  async function make() {
    if (making) return;
    setMaking(true);
    say(null);
    say(await madeFiles().catch(() => ({ refused: true, sentence: noReply(new Error("no reply")) ?? "" })));
    setMaking(false);
  }

  async function madeFiles() {
    const files = Math.ceil(links.length / MOST_CARDS);
    for (let part = 0; part < files; part += 1) {
      const tokens = links.slice(part * MOST_CARDS, (part + 1) * MOST_CARDS).map(tokenOf);
      const response = await fetch("/api/invitation-cards", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ consultationId, tokens }),
      });
      if (!response.ok)
        return {
          refused: true,
          sentence: (await refusedIn(response)) ?? noReply(new Error("no reply")) ?? "",
        };
      saveBytes(t("fileName", { of: files, part: part + 1 }), await response.blob());
    }
    return { refused: false, sentence: t("done", { count: links.length, files, most: MOST_CARDS }) };
  }

  return (
    <div className="stack">
      <button
        type="button"
        className="btn secondary"
        aria-disabled={making}
        aria-describedby="cards-help"
        onClick={make}
      >
        {t(making ? "making" : "download")}
      </button>
      <p className="help" id="cards-help">
        {t("help")}
      </p>
      <div role="status">
        {said !== null && <p className={said.refused ? "notice caution" : "help"}>{said.sentence}</p>}
      </div>
    </div>
  );
}
