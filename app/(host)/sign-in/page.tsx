import { getTranslations } from "next-intl/server";
import { Masthead } from "@/app/_components/masthead";
import { SignInForm } from "./sign-in-form";

/** next-auth's codes that have a sentence of their own. */
const PROBLEMS: Record<string, "link" | "mail"> = { Verification: "link", EmailSignin: "mail" };

export async function generateMetadata() {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const [t, { error }] = await Promise.all([getTranslations("signIn"), searchParams]);
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1>{t("title")}</h1>
        <p className="lede">{t("lede")}</p>
        {error !== undefined && (
          <p className="notice caution" role="alert">
            {t(`problems.${PROBLEMS[String(error)] ?? "other"}`)}
          </p>
        )}
        <SignInForm />
        <p className="help">{t("participants")}</p>
      </main>
    </>
  );
}
