import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type FigureFrameProps = {
  readonly id: string;
  readonly number: number;
  /** What the figure is about: the prompt of its item. */
  readonly title: string;
  readonly note: string;
  readonly children: ReactNode;
};

/** A numbered figure with its caption. */
export function FigureFrame({ id, number, title, note, children }: FigureFrameProps) {
  const t = useTranslations("figures");
  return (
    <figure className="figure" id={id}>
      <figcaption>
        <strong>
          {t("caption", { number })} {title}
        </strong>{" "}
        {note}
      </figcaption>
      {children}
    </figure>
  );
}

/** The figures of a chart as a table, one press away on the screen and always there in print. */
export function SameAsTable({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("figures");
  return (
    <details className="more">
      <summary>{t("asTable")}</summary>
      {children}
    </details>
  );
}

/** A table that scrolls by itself where it is wider than the page, reachable by keyboard (WCAG 2.1.1). */
export function TableRegion({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useTranslations("figures");
  return (
    <section className="tablewrap" tabIndex={0} aria-label={t("tableLabel", { caption: title })}>
      {children}
    </section>
  );
}
