import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ServiceTimeProvider } from "./_components/service-time";
import { TypedBefore } from "./_components/typed-before";
import "./_styles/index.css";

// Every page is rendered for its request: the policy's nonce is new each time.
export const dynamic = "force-dynamic";

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("product");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    referrer: "no-referrer",
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t, messages] = await Promise.all([getLocale(), getTranslations("product"), getMessages()]);
  return (
    <html lang={locale} dir="ltr">
      <body>
        <a className="skip" href="#main">
          {t("skip")}
        </a>
        {/* Each group of pages adds the words that its own client components need; here only those of the error page and of deadlines. */}
        <NextIntlClientProvider
          messages={{ error: messages.error, moment: messages.moment, timeLeft: messages.timeLeft }}
        >
          <ServiceTimeProvider now={new Date().toISOString()}>{children}</ServiceTimeProvider>
        </NextIntlClientProvider>
        <TypedBefore />
      </body>
    </html>
  );
}
