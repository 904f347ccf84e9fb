"use client";

import { useTranslations } from "next-intl";
import { focused } from "@/app/_components/focused";
import { printedRoot } from "@/domain/anonymity/merkle";
import type { CheckedItem } from "../../../../../_protocol/receipts";
import type { LookedUp } from "./looked-up";

type OutcomeProps = { readonly looked: LookedUp };

/** What was found out: of all leaves, of one's own, then question by question. */
export function Outcome({ looked }: OutcomeProps) {
  const t = useTranslations("participant.receipts.outcome");
  const { items, prompts, roots, received } = looked;
  return (
    <section className="stack" aria-labelledby="outcome">
      <h2 id="outcome" tabIndex={-1} ref={focused}>
        {t("title")}
      </h2>
      <AllLeaves items={items} received={received} />
      <OwnLeaves looked={looked} />
      <dl className="sees">
        {items.map(({ itemId, leaves, whole, own }) => (
          <div key={itemId}>
            <dt>{prompts.get(itemId)}</dt>
            <dd>
              {own !== null && (
                <p>
                  <b>{t(`own.${own}`)}</b>
                </p>
              )}
              <p>{t(whole ? "leaves" : "leavesBroken", { leaves })}</p>
              {roots[itemId] !== undefined && (
                <p className="mono">
                  <span className="sr">{t("root")}</span> {printedRoot(roots[itemId])}
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="help">{t("rootHelp")}</p>
    </section>
  );
}

type AllLeavesProps = { readonly items: readonly CheckedItem[]; readonly received: number | null };

/** Whether every leaf is still there, and none more than there were responses. */
function AllLeaves({ items, received }: AllLeavesProps) {
  const t = useTranslations("participant.receipts.outcome");
  const broken = items.filter(({ whole }) => !whole).length;
  const tooMany = received !== null && items.some(({ leaves }) => leaves > received);
  const fits = broken === 0 && !tooMany;
  return (
    <div className={fits ? "notice settled" : "notice caution"}>
      <p>{broken === 0 ? t("whole", { items: items.length }) : t("broken", { broken })}</p>
      {received !== null && <p>{t(tooMany ? "moreThanReceived" : "received", { received })}</p>}
      {!fits && <p>{t("tell")}</p>}
    </div>
  );
}

/** Whether one's own answers are among those counted; where they are not, what that can mean. */
function OwnLeaves({ looked: { items, own } }: OutcomeProps) {
  const t = useTranslations("participant.receipts.outcome");
  if (own.answers === null) return <p className="notice">{t(own.code === null ? "noCode" : "noAnswers")}</p>;
  const given = items.filter((item) => item.own === "found" || item.own === "notFound");
  const missing = given.filter((item) => item.own === "notFound").length;
  // What stands among other leaves than those of the close need not have been counted.
  if (missing === 0 && given.some(({ whole }) => !whole))
    return <p className="notice">{t("ownUncertain", { count: given.length })}</p>;
  if (missing === 0) return <p className="notice settled">{t("ownFound", { count: given.length })}</p>;
  const reasons = ["newer", "neverCame", "otherCode", "leftOut"] as const;
  return (
    <div className="notice caution">
      <p>{t("ownMissing", { missing, count: given.length })}</p>
      <ul className="bullets">
        {reasons.map((reason) => (
          <li key={reason}>{t(`reasons.${reason}`)}</li>
        ))}
      </ul>
    </div>
  );
}
