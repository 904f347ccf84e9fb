"use client";

import { NextIntlClientProvider, useLocale } from "next-intl";
import type { ReactNode } from "react";
import type { RoomSession } from "./use-room";

type RoomWordsProps = { readonly words: RoomSession["words"]; readonly children: ReactNode };

/** Gives parts of a session the words that only they show. */
export function RoomWords({ words, children }: RoomWordsProps) {
  const locale = useLocale();
  return (
    <NextIntlClientProvider locale={locale} messages={words}>
      {children}
    </NextIntlClientProvider>
  );
}
