import { getTranslations } from "next-intl/server";
import { Masthead } from "@/app/_components/masthead";

export async function generateMetadata() {
  const t = await getTranslations("signIn");
  return { title: t("sentTitle") };
}

export default async function SentPage() {
  const t = await getTranslations("signIn");
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1>{t("sentTitle")}</h1>
        <p className="lede">{t("sent")}</p>
        <p className="help">{t("sentHelp")}</p>
      </main>
    </>
  );
}
