import { getLocale, getTranslations } from "next-intl/server";
import { registry } from "@/app/_trpc/caller";
import { dateWords } from "@/domain/consultation/moment";
import type { ListedEdition } from "@/domain/edition/edition";
import { NotedSignOff } from "./noted-sign-off";

type EditionsDeskProps = {
  readonly consultationId: string;
  readonly slug: string;
  readonly timeZone: string;
  readonly mayPublish: boolean;
};

/** Every edition that was published, with its address and what becomes of it. */
export async function EditionsDesk({ slug, ...props }: EditionsDeskProps) {
  const [t, caller] = await Promise.all([getTranslations("editionsDesk"), registry()]);
  const { editions } = await caller.editions.list({ slug });
  return (
    <section className="panel" aria-labelledby="editions">
      <h2 id="editions">{t("title")}</h2>
      <ul className="signoffs">
        {editions.toReversed().map((edition) => (
          <EditionRow key={edition.number} edition={edition} slug={slug} {...props} />
        ))}
      </ul>
    </section>
  );
}

type EditionRowProps = EditionsDeskProps & { readonly edition: ListedEdition };

async function EditionRow({ edition, slug, consultationId, timeZone, mayPublish }: EditionRowProps) {
  const [t, locale] = await Promise.all([getTranslations("editionsDesk"), getLocale()]);
  const { number, kind, publishedAt, withdrawal, corrigendum } = edition;
  const date = (at: string) => dateWords(at, timeZone, locale);
  return (
    <li>
      <a className="m" href={`/reports/${slug}/editions/${number}`}>
        {t("edition", { number, kind })}
      </a>
      <span className={withdrawal === null ? "tag done" : "tag none"}>
        {withdrawal === null
          ? t("published", { date: date(publishedAt) })
          : t("withdrawn", { date: date(withdrawal.withdrawnAt) })}
      </span>
      {corrigendum !== null && <span className="help">{t("corrects")}</span>}
      {withdrawal === null && (
        <details className="more whole">
          <summary>{t("withdraw")}</summary>
          <div className="stack">
            <NotedSignOff
              consultationId={consultationId}
              subject={{ of: "withdrawal", number }}
              about={number}
              mayPublish={mayPublish}
            />
          </div>
        </details>
      )}
    </li>
  );
}
