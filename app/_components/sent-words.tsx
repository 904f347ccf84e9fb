import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { type WordPlace, wordsAt } from "./words-at";

type SentWordsProps = { readonly of: readonly WordPlace[]; readonly children: ReactNode };

/** Sends along with a page the words at these places alone: what its parts show in a browser, and nothing else. */
export async function SentWords({ of: places, children }: SentWordsProps) {
  return (
    <NextIntlClientProvider messages={wordsAt(await getMessages(), places)}>
      {children}
    </NextIntlClientProvider>
  );
}
