"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/app/(host)/_components/field";
import { useRefused } from "@/app/(host)/_components/refused";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { MOST_REASON } from "@/domain/consultation/replacement";
import { AskedButton } from "./asked-button";
import type { Seat } from "./seats";
import { useReplacementActs } from "./use-replacement-acts";

type AskReplacementProps = {
  readonly consultationId: string;
  /** Seats that have enrolled and for which nothing is asked yet. */
  readonly seats: readonly Seat[];
  /** Whether no other mission has to agree. */
  readonly alone: boolean;
  readonly onMade: (links: readonly InvitationLink[]) => void;
};

/** What new credentials weaken, said first; then for which seat they are asked, and why. */
export function AskReplacement({ consultationId, seats, alone, onMade }: AskReplacementProps) {
  const t = useTranslations("lostCodes");
  const refused = useRefused("text");
  const { ask } = useReplacementActs(onMade);
  const [chosen, setChosen] = useState("");
  const [reason, setReason] = useState("");
  const seat = seats.find(({ id }) => id === chosen) ?? seats[0];
  if (seat === undefined) return <p className="help">{t("nobodyEnrolled")}</p>;
  const { id: seatId, name: delegation } = seat;
  return (
    <div className="stack">
      <div className="notice caution">
        <p className="title">{t("weakens.title")}</p>
        <ul className="bullets">
          {(["valid", "counted", "unopened", "later", "link"] as const).map((point) => (
            <li key={point}>{t(`weakens.${point}`)}</li>
          ))}
        </ul>
      </div>
      <Field id="replace-seat" label={t("seat")} error={undefined}>
        {(attributes) => (
          <select
            {...attributes}
            className="select"
            value={seatId}
            onChange={({ target }) => setChosen(target.value)}
          >
            {seats.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="replace-reason" label={t("reason")} help={t("reasonHelp")} error={refused(ask.error)}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="textarea short"
            maxLength={MOST_REASON}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <div className="row">
        <AskedButton
          name={t(alone ? "allow" : "ask")}
          confirm={t(alone ? "allowNow" : "askNow", { delegation })}
          className="btn secondary"
          pending={ask.isPending}
          onConfirm={() => ask.mutate({ consultationId, seatId, reason }, { onSuccess: () => setReason("") })}
        />
      </div>
    </div>
  );
}
