import "server-only";
import { roomContext } from "@/server/room/context";
import { callRoom } from "@/server/room/router";

/** What the room's own address answers, for pages: as little of whoever asks goes along. */
export const roomCaller = () => callRoom(roomContext());
