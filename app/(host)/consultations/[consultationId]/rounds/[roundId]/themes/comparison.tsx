"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { StackedTable } from "@/app/_components/figures/stacked-table";
import { closing } from "@/app/_trpc/closing";
import { useRefused } from "@/app/(host)/_components/refused";
import { setAside, toggled } from "@/domain/themes/changes";
import type { Coding, Codings } from "@/domain/themes/coding";
import type { BenchAnswer } from "@/domain/themes/progress";
import { Act } from "../../../act";
import { useAgreementFigure } from "./second-coder";
import type { CodersShown, ItemPlace, useCoding } from "./use-coding";

type Comparing = Extract<CodersShown, { phase: "comparing" }>;
type ComparisonProps = {
  readonly place: ItemPlace;
  readonly coders: Comparing;
  readonly answers: readonly BenchAnswer[];
  readonly codings: Codings;
  readonly coding: Pick<ReturnType<typeof useCoding>, "send" | "again">;
};

/** What two coded apart, side by side, and what is settled of it. */
export function Comparison({ place, coders, answers, codings, coding }: ComparisonProps) {
  const t = useTranslations("themes.second");
  const refused = useRefused("act");
  const settle = useMutation({
    mutationFn: () => closing.themes.settle.mutate(place),
    onSettled: coding.again,
  });
  const differing = answers.filter(({ id }) => coders.differing.includes(id));
  return (
    <section className="panel" aria-labelledby="comparison">
      <h2 id="comparison">{t("agreement")}</h2>
      <p>{t("comparing", { count: differing.length })}</p>
      <Agreements coders={coders} codings={codings} />
      {differing.length > 0 && <h3>{t("differences")}</h3>}
      <ol className="differences">
        {differing.map(({ id, text }) => (
          <li key={id} className="stack">
            <p className="said" dir="auto">
              {text}
            </p>
            <dl className="sides">
              <Side name={t("first")} of={id} coded={coders.first} codings={codings} />
              <Side name={t("secondSide")} of={id} coded={coders.second} codings={codings} />
            </dl>
            <fieldset className="coded">
              <legend className="fine">{t("settledAs")}</legend>
              <Choices answerId={id} coders={coders} codings={codings} send={coding.send} />
            </fieldset>
          </li>
        ))}
      </ol>
      <Act
        name={t("settle")}
        what={t("settleWhat")}
        pending={settle.isPending}
        error={refused(settle.error)}
        onConfirm={() => settle.mutate()}
      />
    </section>
  );
}

function Agreements({ coders, codings }: { readonly coders: Comparing; readonly codings: Codings }) {
  const t = useTranslations("themes.second");
  const figure = useAgreementFigure();
  const { overall, byTheme } = coders.agreement;
  const wordingOf = (id: string) => codings.themes.find((theme) => theme.id === id)?.wording ?? "";
  const rows = [
    { id: "overall", name: t("overall"), ...overall },
    ...byTheme.map(({ themeId, ...measures }) => ({ id: themeId, name: wordingOf(themeId), ...measures })),
  ];
  const columns = [t("theme"), t("share"), t("alpha"), t("kappa"), t("ac1")];
  return (
    <StackedTable
      title={t("agreement")}
      captioned={false}
      columns={columns}
      of="figures"
      rows={rows.map(({ id, name, share, alpha, kappa, ac1 }) => ({
        key: id,
        heading: name,
        cells: [share, alpha, kappa, ac1].map((value, index) => ({
          content: figure(value),
          label: columns[index + 1] ?? "",
        })),
      }))}
    />
  );
}

type SideProps = {
  readonly name: string;
  readonly of: string;
  readonly coded: readonly Coding[];
  readonly codings: Codings;
};

/** What one of the two said of an answer. */
function Side({ name, of, coded, codings }: SideProps) {
  const t = useTranslations("themes.second");
  const ids = coded.flatMap(({ answerId, themeId }) => (answerId === of ? [themeId] : []));
  const words = codings.themes.filter(({ id }) => ids.includes(id)).map(({ wording }) => wording);
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words.length === 0 ? t("nothing") : words.join("; ")}</dd>
    </div>
  );
}

type ChoicesProps = Pick<ComparisonProps, "coders" | "codings"> & {
  readonly answerId: string;
  readonly send: ComparisonProps["coding"]["send"];
};

/** The themes that either found, and nothing, to settle on. */
function Choices({ answerId, coders, codings, send }: ChoicesProps) {
  const t = useTranslations("themes");
  const either = [...coders.first, ...coders.second].filter((one) => one.answerId === answerId);
  const settled = codings.codings.filter((one) => one.answerId === answerId).map(({ themeId }) => themeId);
  return (
    <>
      {codings.themes
        .filter(({ id }) => either.some(({ themeId }) => themeId === id) || settled.includes(id))
        .map(({ id, number, wording }) => (
          <button
            key={id}
            type="button"
            className={settled.includes(id) ? "chip on" : "chip"}
            aria-pressed={settled.includes(id)}
            onClick={() => send(toggled(codings, answerId, id))}
          >
            <span className="k">{number}</span> {wording}
          </button>
        ))}
      <button
        type="button"
        className={settled.includes(null) ? "chip on" : "chip"}
        aria-pressed={settled.includes(null)}
        onClick={() => send(setAside(codings, answerId))}
      >
        <span className="k">0</span> {t("setAside")}
      </button>
    </>
  );
}
