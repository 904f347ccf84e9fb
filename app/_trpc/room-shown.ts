import "server-only";
import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { Refusal } from "@/domain/refusal";
import type { RoomView } from "@/domain/room/view";
import { roomCaller } from "@/server/trpc/room-caller";

/** What a session shows as its page is drawn; "nothing at this address" where no session has this code. */
export async function roomShown(code: string): Promise<RoomView> {
  try {
    return (await roomCaller().view({ code })).view;
  } catch (error) {
    const refusal = error instanceof TRPCError && error.cause instanceof Refusal ? error.cause : null;
    if (refusal?.code === "room_code_unknown") notFound();
    throw error;
  }
}
