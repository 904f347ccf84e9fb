import type { Viewport } from "next";
import type { ReactNode } from "react";
import { SentWords } from "@/app/_components/sent-words";
import { OF_FINDINGS } from "@/app/_components/words-at";
import { TrpcProvider } from "@/app/_trpc/client";

/** A wall is white: a projector darkens nothing. */
export const viewport: Viewport = { colorScheme: "light" };

/** What stands on the wall of a room: the words of findings, their figures and of the steps of a session. */
export default function RoomLayout({ children }: { children: ReactNode }) {
  return (
    <SentWords of={["product", "roomScreens", "noReply", ...OF_FINDINGS]}>
      <TrpcProvider>{children}</TrpcProvider>
    </SentWords>
  );
}
