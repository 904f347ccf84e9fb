import { useTranslations } from "next-intl";
import { Masthead } from "./masthead";

/** What an instance says whose first host is still to be made. */
export function FirstHost() {
  const t = useTranslations("firstHost");
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1>{t("title")}</h1>
        <p className="lede">{t("lede")}</p>
        <p className="notice">
          <code className="command">
            {t.rich("command", { nb: (chunks) => <span className="nb">{chunks}</span> })}
          </code>
        </p>
        <p className="help">{t("how")}</p>
      </main>
    </>
  );
}
