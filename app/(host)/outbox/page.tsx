import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Masthead } from "@/app/_components/masthead";
import { outbox } from "@/server/outbox";

export async function generateMetadata() {
  const t = await getTranslations("outbox");
  return { title: t("title") };
}

/** The mails of the demonstration; nowhere else is there such a page. */
export default async function OutboxPage() {
  const [t, mails] = await Promise.all([getTranslations("outbox"), outbox()]);
  if (mails === null) notFound();
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1>{t("title")}</h1>
        <p className="lede">{t("lede")}</p>
        {mails.length === 0 && <p>{t("empty")}</p>}
        <ul className="stack">
          {mails.map((mail) => (
            <li className="notice" key={`${mail.to} ${mail.links.join()}`}>
              <p className="title">{mail.subject}</p>
              <p>{t("to", { address: mail.to })}</p>
              {mail.links.map((link) => (
                <p key={link}>
                  <a href={link}>{t("open")}</a>
                </p>
              ))}
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
