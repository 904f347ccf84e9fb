import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Pages that take a device to a session in the room. They know no delegation, and set no cookie. */
export default async function RoomLayout({ children }: { children: ReactNode }) {
  const { product, roomJoin, refusals, participant } = await getMessages();
  return (
    <NextIntlClientProvider
      messages={{ product, roomJoin, refusals, participant: { trouble: participant.trouble } }}
    >
      {children}
    </NextIntlClientProvider>
  );
}
