import type { ReactNode } from "react";
import { SentWords } from "@/app/_components/sent-words";

const SHOWN = [
  ...(["product", "participant", "participantWindow", "severalSeats", "handover"] as const),
  ...(["answerFields", "moment", "timeLeft", "issues", "refusals", "paperBeside"] as const),
  ...(["clock.extended", "clock.timeIsUp", "clock.openingOver", "errata.participant"] as const),
];

/** Pages of participants: no session, no account, and only the words that they show. */
export default function ParticipantLayout({ children }: { children: ReactNode }) {
  return <SentWords of={SHOWN}>{children}</SentWords>;
}
