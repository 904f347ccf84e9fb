import { getTranslations } from "next-intl/server";
import { FirstHost } from "@/app/_components/first-host";
import { Masthead } from "@/app/_components/masthead";
import { awaitsFirstHost } from "@/server/auth/first-host";
import { providerName } from "@/server/auth/oidc";
import { ProviderButton } from "./provider-button";
import { SignInForm } from "./sign-in-form";

/** next-auth's codes that have a sentence of their own. */
const PROBLEMS: Record<string, "link" | "mail"> = { Verification: "link", EmailSignin: "mail" };

export async function generateMetadata() {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

/** The sentence for whatever went wrong, by the code that next-auth or `refusalOf` gives. */
async function problemOf(code: string): Promise<string> {
  const [t, tOidc] = await Promise.all([getTranslations("signIn"), getTranslations("oidc")]);
  const ofProvider = `problems.${code}` as never; // asked for before it is used
  if (/^\w+$/.test(code) && tOidc.has(ofProvider)) return tOidc(ofProvider);
  return t(`problems.${PROBLEMS[code] ?? "other"}`);
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  if (await awaitsFirstHost()) return <FirstHost />;
  const [t, { error }] = await Promise.all([getTranslations("signIn"), searchParams]);
  const provider = providerName();
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1>{t("title")}</h1>
        <p className="lede">{t(provider === null ? "lede" : "ledeWithProvider")}</p>
        {error !== undefined && (
          <p className="notice caution" role="alert">
            {await problemOf(String(error))}
          </p>
        )}
        {provider !== null && <ProviderButton name={provider} />}
        <SignInForm secondary={provider !== null} />
        <p className="help">{t("participants")}</p>
      </main>
    </>
  );
}
