import { getTranslations } from "next-intl/server";
import { Masthead } from "@/app/_components/masthead";

export async function generateMetadata() {
  const t = await getTranslations("signIn");
  return { title: t("confirmTitle") };
}

/** Where the mailed link leads. Only the button uses the link up: scanners of mail follow links and press nothing. */
export default async function ConfirmPage({ searchParams }: PageProps<"/sign-in/confirm">) {
  const [t, { email, token }] = await Promise.all([getTranslations("signIn"), searchParams]);
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1>{t("confirmTitle")}</h1>
        <p className="lede">{t("confirm", { email: String(email ?? "") })}</p>
        <form action="/api/auth/callback/email" method="get">
          <input type="hidden" name="callbackUrl" value="/consultations" />
          <input type="hidden" name="email" value={String(email ?? "")} />
          <input type="hidden" name="token" value={String(token ?? "")} />
          <button className="btn" type="submit">
            {t("confirmButton")}
          </button>
        </form>
      </main>
    </>
  );
}
