"use client";

import { useMutation } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { closing } from "@/app/_trpc/closing";
import { useRefused } from "@/app/(host)/_components/refused";
import { Act } from "../../../act";
import type { CodersShown, ItemPlace } from "./use-coding";

type SecondCoderProps = {
  readonly place: ItemPlace;
  readonly coders: CodersShown;
  readonly toCode: number;
  readonly again: () => void;
};

/** A figure of agreement in two decimals, or that it is not defined. */
export function useAgreementFigure() {
  const t = useTranslations("themes.second");
  const format = useFormatter();
  return (value: number | null) =>
    value === null
      ? t("undefined")
      : format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** Who codes how, and the step that comes next for whoever looks. */
export function SecondCoder({ place, coders, toCode, again }: SecondCoderProps) {
  const t = useTranslations("themes.second");
  const tThemes = useTranslations("themes");
  const refused = useRefused("act");
  const figure = useAgreementFigure();
  const take = useMutation({
    mutationFn: () => closing.themes.takeSecondPlace.mutate(place),
    onSettled: again,
  });
  const done = useMutation({ mutationFn: () => closing.themes.sayDone.mutate(place), onSettled: again });
  if (coders.phase === "together")
    return (
      <details className="more">
        <summary>{t("title")}</summary>
        <Act
          name={t("offer")}
          what={t("offerWhat")}
          secondary
          pending={take.isPending}
          error={refused(take.error)}
          onConfirm={() => take.mutate()}
        />
      </details>
    );
  if (coders.phase === "settled") {
    const { share, alpha, kappa, ac1 } = coders.agreement;
    return (
      <p className="notice settled">
        {t("settled", { share: figure(share), alpha: figure(alpha), kappa: figure(kappa), ac1: figure(ac1) })}
      </p>
    );
  }
  if (coders.phase === "comparing") return null;
  const mine = coders.mine ? coders.done.second : coders.done.first;
  const other = coders.mine ? coders.done.first : coders.done.second;
  return (
    <div className="notice stack">
      <p>{coders.mine ? t("mine") : t("others", { name: coders.second })}</p>
      {other && <p>{t("otherDone")}</p>}
      {mine ? (
        <p>{t("waiting")}</p>
      ) : (
        <Act
          name={t("done")}
          what={t("doneWhat")}
          secondary
          pending={done.isPending}
          error={refused(done.error)}
          unavailable={toCode === 0 ? undefined : tThemes("notYet", { count: toCode })}
          onConfirm={() => done.mutate()}
        />
      )}
    </div>
  );
}
