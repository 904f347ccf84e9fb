import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FirstHost } from "@/app/_components/first-host";
import { Masthead } from "@/app/_components/masthead";
import { awaitsFirstHost } from "@/server/auth/first-host";

/** The instance's own address: what this is, and where each of its people goes from here. */
export default async function HomePage() {
  if (await awaitsFirstHost()) return <FirstHost />;
  const [t, tMethod, tReports] = await Promise.all([
    getTranslations("home"),
    getTranslations("method"),
    getTranslations("reportIndex"),
  ]);
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1>{t("title")}</h1>
        <p className="lede">{t("lede")}</p>
        <dl className="facts big">
          <div>
            <dt>{t("invited")}</dt>
            <dd>{t("invitedHow")}</dd>
          </div>
          <div>
            <dt>{t("host")}</dt>
            <dd>
              {t("hostHow")}{" "}
              <Link href="/sign-in" prefetch={false}>
                {t("signIn")}
              </Link>
            </dd>
          </div>
          <div>
            <dt>{t("reader")}</dt>
            <dd>
              {t("readerHow")}
              <span className="row">
                <Link href="/reports" prefetch={false}>
                  {tReports("link")}
                </Link>
                <Link href="/method" prefetch={false}>
                  {tMethod("link")}
                </Link>
              </span>
            </dd>
          </div>
        </dl>
        <p className="help">{t("promise")}</p>
      </main>
    </>
  );
}
