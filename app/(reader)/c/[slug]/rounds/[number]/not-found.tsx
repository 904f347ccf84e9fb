import { getTranslations } from "next-intl/server";
import { Masthead } from "@/app/_components/masthead";

/** For a round that does not exist and one that is not published: this page does not tell which. */
export default async function NoFindingsYet() {
  const t = await getTranslations("roundFindings");
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1>{t("notYetTitle")}</h1>
        <p className="lede">{t("notYet")}</p>
      </main>
    </>
  );
}
