"use client";

import type { RoomStripProps } from "./room-strip";
import { RoomWords } from "./room-words";
import { useLoaded } from "./use-loaded";
import type { Room } from "./use-room";

type RoomBarProps = Omit<RoomStripProps, "room"> & { readonly room: Room | null };

/** Where the room is; nothing where there is no session. */
export function RoomBar({ room, ...props }: RoomBarProps) {
  const part = useLoaded(room !== null, () => import("./room-strip"));
  if (room === null || part === null) return null;
  return (
    <RoomWords words={room.words}>
      <part.RoomStrip room={room} {...props} />
    </RoomWords>
  );
}

/** On a page where nothing is answered now: where the room is. */
export const RoomAbove = ({ room }: { readonly room: Room | null }) => (
  <RoomBar room={room} written={null} offer={null} onGo={() => undefined} onReview={null} />
);

/** What the room is shown of a round that has closed; loaded as the round closes, before there is anything to show. */
export function RoomShows({ room }: { readonly room: Room | null }) {
  const part = useLoaded(room !== null && room.view?.round.stage === "closed", () => import("./room-found"));
  if (room === null || part === null) return null;
  return (
    <RoomWords words={room.words}>
      <part.RoomFound key={room.code} room={room} />
    </RoomWords>
  );
}
