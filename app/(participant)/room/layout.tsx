import type { ReactNode } from "react";
import { SentWords } from "@/app/_components/sent-words";

/** Pages that take a device to a session in the room. They know no delegation, and set no cookie. */
export default function RoomLayout({ children }: { children: ReactNode }) {
  return <SentWords of={["product", "roomJoin", "refusals", "participant.trouble"]}>{children}</SentWords>;
}
