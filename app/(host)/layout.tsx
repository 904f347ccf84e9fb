import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { TrpcProvider } from "@/app/_trpc/client";

/** Pages of whoever signs in. */
export default async function HostLayout({ children }: { children: ReactNode }) {
  const messages = await getMessages();
  return (
    <NextIntlClientProvider messages={messages}>
      <TrpcProvider>{children}</TrpcProvider>
    </NextIntlClientProvider>
  );
}
