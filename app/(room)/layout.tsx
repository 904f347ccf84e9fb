import type { Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { TrpcProvider } from "@/app/_trpc/client";

/** A wall is white: a projector darkens nothing. */
export const viewport: Viewport = { colorScheme: "light" };

/** What stands on the wall of a room: the words of findings, their figures and of the steps of a session. */
export default async function RoomLayout({ children }: { children: ReactNode }) {
  const {
    product,
    roomScreens,
    findings,
    figures,
    basis,
    measures,
    movement,
    wording,
    wordingNote,
    report: { columns },
    noReply,
  } = await getMessages();
  return (
    <NextIntlClientProvider
      messages={{
        product,
        roomScreens,
        findings,
        figures,
        basis,
        measures,
        movement,
        wording,
        wordingNote,
        report: { columns },
        noReply,
      }}
    >
      <TrpcProvider>{children}</TrpcProvider>
    </NextIntlClientProvider>
  );
}
