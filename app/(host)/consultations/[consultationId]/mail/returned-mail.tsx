"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefused } from "@/app/(host)/_components/refused";
import { useMailActs } from "./use-mail-acts";

/** A message that came back is pasted, and its seat then says so. */
export function ReturnedMail({ consultationId }: { readonly consultationId: string }) {
  const t = useTranslations("mailDesk");
  const refused = useRefused("text");
  const { noteReturned } = useMailActs();
  const [text, setText] = useState("");

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!noteReturned.isPending)
      noteReturned.mutate({ consultationId, text }, { onSuccess: () => setText("") });
  }

  return (
    <form className="panel stack" onSubmit={submit} aria-labelledby="returned" noValidate>
      <h2 id="returned">{t("returned")}</h2>
      <p className="help">{t("returnedHelp")}</p>
      <label className="field">
        <span className="label">{t("returnedText")}</span>
        <textarea
          className="input"
          rows={5}
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <div className="row">
        <button type="submit" className="btn secondary" aria-disabled={noteReturned.isPending}>
          {t("noteReturned")}
        </button>
      </div>
      <p className="help" role="status">
        {noteReturned.isSuccess && t("noted", { delegations: noteReturned.data.delegations.join(", ") })}
        {refused(noteReturned.error)}
      </p>
    </form>
  );
}
