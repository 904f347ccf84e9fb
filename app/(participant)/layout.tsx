import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Pages of participants: no session, no account, and only the words that they show. */
export default async function ParticipantLayout({ children }: { children: ReactNode }) {
  const {
    product,
    participant,
    participantWindow,
    severalSeats,
    handover,
    answerFields,
    moment,
    timeLeft,
    clock: { extended, timeIsUp, openingOver },
    errata: { participant: withdrawn },
    issues,
    refusals,
    paperBeside,
  } = await getMessages();
  return (
    <NextIntlClientProvider
      messages={{
        product,
        participant,
        participantWindow,
        severalSeats,
        handover,
        answerFields,
        moment,
        timeLeft,
        clock: { extended, timeIsUp, openingOver },
        errata: { participant: withdrawn },
        issues,
        refusals,
        paperBeside,
      }}
    >
      {children}
    </NextIntlClientProvider>
  );
}
