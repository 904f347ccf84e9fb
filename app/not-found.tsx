import { getTranslations } from "next-intl/server";
import { Masthead } from "./_components/masthead";

export async function generateMetadata() {
  const t = await getTranslations("notFound");
  return { title: t("title") };
}

export default async function NotFound() {
  const t = await getTranslations("notFound");
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1>{t("title")}</h1>
        <p className="lede">{t("what")}</p>
      </main>
    </>
  );
}
