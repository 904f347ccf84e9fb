"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefused } from "@/app/(host)/_components/refused";
import { LONGEST_NOTE } from "@/domain/mail/notice";
import { AskedButton } from "../seats/asked-button";
import type { Desk } from "./mail-desk";
import { Preview } from "./preview";
import { useMailActs } from "./use-mail-acts";

type NoticesProps = {
  readonly consultationId: string;
  readonly sendable: Desk["sendable"];
  readonly seats: Desk["seats"];
  /** How many notices were sent so far, as this page shows them. */
  readonly seen: number;
};

const nameOf = ({ kind, roundId }: Desk["sendable"][number]): string => `${kind} ${roundId}`;

/** A reminder or a notice to all seats that have an address, by hand: chosen, added to, looked at, sent. */
export function Notices({ consultationId, sendable, seats, seen }: NoticesProps) {
  const t = useTranslations("mailDesk");
  const refused = useRefused("text");
  const { sendNotice } = useMailActs();
  const [picked, setPicked] = useState<string | null>(null);
  const [note, setNote] = useState("");
  // By what it is and not by its place: the list changes when rounds open, close and are published.
  const notice = sendable.find((one) => nameOf(one) === picked) ?? sendable[0];
  const reached = seats.filter(({ addresses }) => addresses.length > 0).length;
  return (
    <section className="panel stack" aria-labelledby="notices">
      <h2 id="notices">{t("notices")}</h2>
      <p className="help">{t("noticesHelp", { count: reached })}</p>
      {notice === undefined ? (
        <p className="help">{t("noNotice")}</p>
      ) : (
        <>
          <fieldset>
            <legend className="label">{t("which")}</legend>
            {sendable.map((one) => (
              <label className="check" key={nameOf(one)}>
                <input
                  type="radio"
                  name="notice"
                  checked={one === notice}
                  onChange={() => setPicked(nameOf(one))}
                />
                <span>{t(`kind.${one.kind}`, { number: one.number })}</span>
              </label>
            ))}
          </fieldset>
          <label className="field">
            <span className="label">{t("note")}</span>
            <textarea
              className="input"
              rows={3}
              maxLength={LONGEST_NOTE}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          </label>
          <div className="row">
            <AskedButton
              name={t("sendNotice")}
              confirm={t("sendNoticeNow", { count: reached })}
              className="btn secondary"
              key={nameOf(notice)}
              pending={sendNotice.isPending}
              onConfirm={() =>
                sendNotice.mutate(
                  { consultationId, kind: notice.kind, roundId: notice.roundId, note, seen },
                  { onSuccess: () => setNote("") },
                )
              }
            />
            <Preview
              key={`${notice.kind} ${notice.roundId} ${note}`}
              consultationId={consultationId}
              kind={notice.kind}
              roundId={notice.roundId}
              note={note}
            />
          </div>
          <p className="help" role="status">
            {sendNotice.isSuccess && t("queued", { count: sendNotice.data.queued })}
            {refused(sendNotice.error)}
          </p>
        </>
      )}
    </section>
  );
}
