import { useTranslations } from "next-intl";
import { addressOf, type SoughtActs } from "./sought";

type PagesProps = {
  readonly base: string;
  readonly sought: SoughtActs;
  readonly page: number;
  readonly pages: number;
};

/** Leads to newer and older entries, where there are more than one page holds. */
export function Pages({ base, sought, page, pages }: PagesProps) {
  const t = useTranslations("log");
  if (pages === 1) return null;
  return (
    <nav className="row between" aria-label={t("pages")}>
      {page > 1 ? (
        <a className="btn quiet" href={addressOf(base, sought, page - 1)}>
          {t("newer")}
        </a>
      ) : (
        <span />
      )}
      <span className="fine">{t("page", { page, pages })}</span>
      {page < pages ? (
        <a className="btn quiet" href={addressOf(base, sought, page + 1)}>
          {t("older")}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
